import type { EventView, JsonObject, LeadView } from '@tendril/journey/model';

/** A lead of whom nothing is known but what the test says. */
export function aLead(known: Partial<LeadView> = {}): LeadView {
  return {
    id: 'lead-1',
    attributes: {},
    company: null,
    tags: {},
    score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 0 },
    grade: null,
    intent: 'none',
    stage: 'lead',
    pool: 'nurture',
    owner: null,
    timeZone: null,
    locale: null,
    consent: {},
    reachable: {},
    events: [],
    ...known,
  };
}

/** An event at an instant. */
export function anEvent(name: string, at: number, properties: JsonObject = {}): EventView {
  return { id: `${name}@${at}`, name, at, properties };
}
