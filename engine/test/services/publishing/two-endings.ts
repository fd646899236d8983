import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';
import type { TestPerson } from '../../start-test-engine.ts';

const step = (id: string, kind: string, config: JsonObject, y: number) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y } });

/** Leads that are added by hand wait and end with this outcome. */
export const waiting = (outcome: string, length = '5d'): JourneyDocument => ({
  ...emptyDocument('Tried'),
  nodes: [step('called', 'entry-manual', {}, 0), step('rest', 'wait', { for: length }, 150), step('over', 'exit', { outcome }, 300)],
  edges: [
    { from: 'called', port: 'next', to: 'rest' },
    { from: 'rest', port: 'next', to: 'over' },
  ],
});

/** Saves another drawing as the draft. */
export async function redraw({ api }: TestPerson, id: string, document: JourneyDocument): Promise<void> {
  const { draftRevision } = await api.journeys.get.query({ id });
  await api.journeys.saveDraft.mutate({ id, basedOn: draftRevision, document });
}

/** A journey that is live by one drawing and has another as its draft. */
export async function liveWithDraft(person: TestPerson, draft = waiting('second')): Promise<string> {
  const { id } = await person.api.journeys.create.mutate({ name: 'Tried', document: waiting('first') });
  await person.api.journeys.publish.mutate({ id, note: '', enrolMatching: false });
  await redraw(person, id, draft);
  return id;
}

/** Lets made-up leads in. @returns their ids */
export async function letIn({ api }: TestPerson, id: string, names: readonly string[]): Promise<readonly string[]> {
  const leadIds: string[] = [];
  for (const name of names) leadIds.push((await api.leads.create.mutate({ name, email: `${name}@example.com`, consentEmail: false })).id);
  await api.journeys.enrol.mutate({ id, leadIds });
  return leadIds;
}
