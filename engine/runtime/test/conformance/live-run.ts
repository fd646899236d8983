import type { Cursor, EventPattern, JourneyDocument, JourneyScript, JsonObject, Sentence } from '@tendril/journey/model';
import { type AgendaItem, type Laboratory, scriptedWorld } from '@tendril/journey/simulator';
import type { WireDirective } from '@tendril/journey/wire';
import { START, type TestWorkspace } from '../start-workspace.ts';

/** One line of a story, without words. */
export interface StoryEntry {
  readonly at: number;
  readonly node: string;
  readonly kind: string;
  readonly port: string | null;
  readonly because: Sentence;
}

/** A run that lives in the database, taken along a script as Temporal and the outside world would. */
export class LiveRun {
  readonly #workspace: TestWorkspace;
  readonly #laboratory: Laboratory;
  readonly #script: JourneyScript;
  readonly #runId: string;
  readonly #leadId: string;
  readonly #agenda: AgendaItem[];
  #step = 0;

  constructor(workspace: TestWorkspace, given: { laboratory: Laboratory; script: JourneyScript; runId: string; leadId: string }) {
    this.#workspace = workspace;
    this.#laboratory = given.laboratory;
    this.#script = given.script;
    this.#runId = given.runId;
    this.#leadId = given.leadId;
    const { agenda } = scriptedWorld(given.laboratory, given.script, START);
    this.#agenda = agenda.toSorted((left, right) => left.at - right.at);
  }

  /** Plays the script to its end. */
  async play(): Promise<readonly StoryEntry[]> {
    let directive = await this.#tell({ type: 'entered' });
    for (let turns = 0; directive.do !== 'done' && turns < 500; turns += 1) {
      const next: WireDirective | null = directive.do === 'perform' ? await this.#perform(directive.effect) : await this.#wait(directive.until);
      if (next === null) break;
      directive = next;
    }
    const rows = await this.#workspace.db.client.trailEntry.findMany({ where: { runId: this.#runId }, orderBy: [{ step: 'asc' }, { seq: 'asc' }] });
    return rows.map(({ at, nodeId, kind, port, because }) => ({
      at: at.getTime(),
      node: nodeId,
      kind,
      port,
      because: because as unknown as Sentence,
    }));
  }

  async #perform(effect: string): Promise<WireDirective> {
    const { clock } = this.#workspace;
    const world = scriptedWorld(this.#laboratory, this.#script, START);
    const lead = await this.#workspace.runtime.snapshot({ workspaceId: this.#workspace.id, leadId: this.#leadId, events: ['*'] });
    if (lead === null) throw new Error('The lead is gone.');
    const { fact, afterMs } = world.reply({ runId: this.#runId, cursor: await this.#cursor(), lead, now: clock.at, effect });
    const done = clock.at + Math.max(afterMs, 1_000);
    // What happens meanwhile is recorded; Temporal delivers the signal after the effect.
    for (let item = this.#agenda[0]; item !== undefined && item.at <= done; item = this.#agenda[0]) await this.#happen(item);
    clock.at = done;
    await this.#settle(fact.type === 'failed' ? 'failed' : fact.outcome);
    return this.#tell(fact);
  }

  /** The channel settles the ledger before it reports. */
  async #settle(outcome: string): Promise<void> {
    const status = outcome === 'created' ? 'sent' : outcome;
    await this.#workspace.db.client.message.updateMany({ where: { runId: this.#runId, step: this.#step - 1 }, data: { status } });
  }

  /** Waits for the next thing that happens or for the end of the wait. Null: nothing will ever happen. */
  async #wait(until: number | null): Promise<WireDirective | null> {
    const { clock } = this.#workspace;
    const item = this.#agenda[0];
    if (item !== undefined && (until === null || item.at <= until)) {
      const signal = await this.#happen(item);
      return signal === null ? { do: 'wait', until } : this.#tell(signal);
    }
    if (until === null) return null;
    clock.at = Math.max(clock.at, until);
    return this.#tell({ type: 'woken' });
  }

  /** Lets it happen, and answers what the outbox then holds for this run. */
  async #happen(item: AgendaItem): Promise<{ type: string } | null> {
    this.#agenda.shift();
    const { clock, db, runtime, id: workspaceId } = this.#workspace;
    clock.at = Math.max(clock.at, item.at);
    await db.client.outboxItem.deleteMany();
    if ('lead' in item)
      await runtime.upsertLead({ workspaceId, leadId: this.#leadId, fields: fieldsOf(item.lead.attributes ?? {}), policy: 'overwrite' });
    else {
      const properties = { ...item.event.properties, ...(await this.#askedIds(item.event.name)) };
      await this.#workspace.events({ name: item.event.name, properties, leadId: this.#leadId, type: typeOf(item.event.name) });
    }
    const signal = await db.client.outboxItem.findFirst({ where: { runId: this.#runId, kind: 'signal' } });
    return signal === null ? null : (signal.payload as { type: string });
  }

  /** An answer names the run or message it answers; the script cannot. */
  async #askedIds(event: string): Promise<JsonObject> {
    const waits = await this.#workspace.db.client.waitSubscription.findMany({ where: { runId: this.#runId, eventName: event } });
    const tests = waits.flatMap(({ filter }) => (filter as Pick<EventPattern, 'where'> | null)?.where ?? []);
    return Object.fromEntries(
      tests.flatMap(({ property, value }) => (['runId', 'messageId'].includes(property) && value !== undefined ? [[property, value]] : [])),
    );
  }

  async #cursor(): Promise<Cursor> {
    const { cursor } = await this.#workspace.db.client.run.findUniqueOrThrow({ where: { id: this.#runId } });
    return (cursor as unknown as { cursor?: Cursor }).cursor ?? (cursor as unknown as Cursor);
  }

  async #tell(fact: { readonly type: string }): Promise<WireDirective> {
    const directive = await this.#workspace.step(this.#runId, this.#step, fact as Parameters<TestWorkspace['step']>[2]);
    this.#step += 1;
    return directive;
  }
}

function typeOf(event: string): 'track' | 'page' | 'sdr' | 'wecom' | 'email' {
  if (event.startsWith('SDR ')) return 'sdr';
  if (event.startsWith('WeCom ')) return 'wecom';
  if (event.startsWith('Email ')) return 'email';
  return event === 'Page Viewed' ? 'page' : 'track';
}

/** Texts for the columns of a lead. */
export function fieldsOf(attributes: JsonObject): { readonly [field: string]: string } {
  return Object.fromEntries(Object.entries(attributes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** A document as the steps that a test workspace publishes. */
export function stepsOf({ nodes, edges }: JourneyDocument): Parameters<TestWorkspace['publish']>[0] {
  return Object.fromEntries(
    nodes.map(({ id, kind, config }) => [
      id,
      [kind, config, Object.fromEntries(edges.filter(({ from }) => from === id).map(({ port, to }) => [port, to]))] as const,
    ]),
  );
}
