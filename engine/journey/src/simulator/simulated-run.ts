import { advance, applyEffect } from '../machine/index.ts';
import type { Cursor, Decision, Directive, EventView, Fact, Instant, JsonObject, LeadView, NodeId, ScriptedLead } from '../model/index.ts';
import { type Laboratory, zoneOf } from './laboratory.ts';
import { saySimulator } from './sentences.ts';
import { type Moment, reachedLead, type SimulatedHandoff, type SimulatedMessage, type Trace, type TraceEnd, type TraceLine } from './trace.ts';

/** A journey that a step lets the lead into. */
export interface JourneyCall {
  readonly journey: string;
  readonly node: NodeId;
}

/**
 * One lead's run while it is being simulated: the only mutable thing here, seen by nobody but `simulate`. It does what
 * the runtime does with a decision, in memory.
 */
export class SimulatedRun {
  now: Instant;
  lead: LeadView;
  cursor: Cursor | null = null;
  directive: Directive | null = null;
  entryKey: string | null = null;
  readonly runId: string;
  readonly #laboratory: Laboratory;
  readonly #startedAt: Instant;
  readonly #lines: TraceLine[] = [];
  readonly #messages: SimulatedMessage[] = [];
  readonly #handoffs: SimulatedHandoff[] = [];
  readonly #effects: Trace['effects'][number][] = [];
  readonly #events: EventView[] = [];
  readonly #moments: Moment[] = [];
  readonly #called: Trace['called'][number][] = [];
  #calls: JourneyCall[] = [];

  constructor(laboratory: Laboratory, lead: LeadView, { now, runId }: { readonly now: Instant; readonly runId: string }) {
    this.#laboratory = laboratory;
    this.#startedAt = now;
    this.now = now;
    this.lead = lead;
    this.runId = runId;
  }

  /** Lets the machine decide, and does what it says. */
  tell(fact: Fact): void {
    if (fact.type === 'performed' || fact.type === 'failed') this.#settle(fact.type === 'failed' ? 'failed' : fact.outcome);
    this.rescore();
    const snapshot = { now: this.now, lead: this.lead, timeZone: zoneOf(this.#laboratory), runId: this.runId };
    const decision = advance(this.#laboratory.nodeTypes, this.#laboratory.program, this.cursor, fact, snapshot);
    this.cursor = decision.cursor;
    this.directive = decision.directive;
    for (const line of decision.story) this.#lines.push({ at: this.now, ...line });
    this.#carryOut(decision);
    this.#mark();
  }

  /** Brings points and intent to what they are now, as far as the laboratory knows scoring. */
  rescore(): void {
    this.lead = this.#laboratory.rescore?.(this.lead, this.now) ?? this.lead;
  }

  /** Records an event of the lead. `quietly` for its past, which is no news. */
  record(event: EventView, { quietly = false }: { readonly quietly?: boolean } = {}): void {
    this.lead = { ...this.lead, events: [...this.lead.events, event] };
    if (event.name === 'SDR Disposition') this.#dispose(event.properties);
    if (quietly) return;
    this.#events.push(event);
    const { name, properties } = event;
    const shown = Object.entries(properties).filter(([, value]) => typeof value !== 'object');
    const because =
      shown.length === 0
        ? saySimulator('simulator.happened', { event: name })
        : saySimulator('simulator.happened-with', { event: name, properties: shown.map(([key, value]) => `${key}=${value}`).join(', ') });
    this.#lines.push({ at: this.now, kind: 'happened', node: null, because });
    this.#mark();
  }

  /** Changes what is known of the lead. */
  change(changes: ScriptedLead, { quietly = false }: { readonly quietly?: boolean } = {}): void {
    const { attributes, consent, reachable, tags, score, ...plain } = changes;
    this.lead = {
      ...this.lead,
      ...plain,
      attributes: { ...this.lead.attributes, ...attributes },
      consent: { ...this.lead.consent, ...consent },
      reachable: { ...this.lead.reachable, ...reachable },
      tags: { ...this.lead.tags, ...tags },
      score: { ...this.lead.score, ...score },
    };
    if (quietly) return;
    const fields = Object.keys(changes).join(', ');
    this.#lines.push({ at: this.now, kind: 'changed', node: null, because: saySimulator('simulator.changed', { fields }) });
    this.#mark();
  }

  /** The journeys called since this was last asked. */
  takeCalls(): readonly JourneyCall[] {
    const calls = this.#calls;
    this.#calls = [];
    return calls;
  }

  /** Keeps the trace of a called journey. */
  keepCalled(call: JourneyCall, trace: Trace): void {
    this.#called.push({ ...call, trace });
  }

  /** Says that the lead was not let in. */
  refuse(because: TraceLine['because']): Trace {
    this.#lines.push({ at: this.now, kind: 'refused', node: null, because });
    this.#mark();
    return this.finish({ status: 'refused', at: this.now, because });
  }

  finish(end: TraceEnd): Trace {
    return {
      startedAt: this.#startedAt,
      entryKey: this.entryKey,
      lines: this.#lines,
      messages: this.#messages,
      handoffs: this.#handoffs,
      effects: this.#effects,
      events: this.#events,
      moments: this.#moments,
      called: this.#called,
      end,
    };
  }

  #carryOut({ effects }: Decision): void {
    for (const [index, { node, effect }] of effects.entries()) {
      const eventId = `${this.runId}/made/${this.#effects.length}/${index}`;
      this.lead = applyEffect(this.lead, effect, { now: this.now, eventId });
      this.#effects.push({ at: this.now, node, effect });
      if (effect.type === 'plan-message')
        this.#messages.push({ at: this.now, node, channel: effect.channel, template: effect.template, status: 'planned' });
      if (effect.type === 'open-handoff') this.#handoffs.push({ at: this.now, node, why: effect.why });
      if (effect.type === 'start-journey') this.#calls.push({ journey: effect.journey, node });
      if (effect.type === 'emit-event') this.#events.push({ id: eventId, name: effect.name, at: this.now, properties: effect.properties });
    }
  }

  /** The answer belongs to the message that was planned last. */
  #settle(status: string): void {
    const planned = this.#messages.at(-1);
    if (planned?.status !== 'planned') return;
    const settled = { ...planned, status };
    this.#messages[this.#messages.length - 1] = settled;
    // What did not go out does not count towards a cap.
    if (!reachedLead(settled) && reachedLead({ ...settled, status: 'sent' }))
      this.lead = { ...this.lead, messages: this.lead.messages?.slice(0, -1) ?? [] };
  }

  #dispose({ disposition }: JsonObject): void {
    const { dispositions = {} } = this.#laboratory;
    const said = typeof disposition === 'string' && Object.hasOwn(dispositions, disposition) ? dispositions[disposition] : undefined;
    if (said !== undefined) this.lead = { ...this.lead, ...said };
  }

  #mark(): void {
    const { now: at, lead, cursor, directive } = this;
    const [lines, messages, handoffs] = [this.#lines.length, this.#messages.length, this.#handoffs.length];
    this.#moments.push({ at, lead, cursor, directive, lines, messages, handoffs });
  }
}
