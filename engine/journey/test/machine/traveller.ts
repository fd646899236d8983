import { applyEffect } from '../../src/machine/apply-effect.ts';
import { advance } from '../../src/machine/index.ts';
import type { Cursor, Decision, Directive, Effect, EventView, Fact, LeadView, Program, StoryLine } from '../../src/model/index.ts';
import { DAY } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/built-in.ts';
import type { NodeTypes } from '../../src/nodes/registry.ts';
import { render } from '../../src/sentences/index.ts';
import { lead as aLead, START } from '../lead.ts';

/** One lead that a test takes through a program by hand: it says what happens and reads what the lead's trail says. */
export class Traveller {
  now = START;
  lead: LeadView;
  cursor: Cursor | null = null;
  directive: Directive | null = null;
  readonly effects: Effect[] = [];
  readonly story: StoryLine[] = [];
  readonly #program: Program;
  readonly #nodeTypes: NodeTypes;

  constructor(program: Program, given: Partial<LeadView> = {}, nodeTypes: NodeTypes = builtInNodeTypes) {
    this.#program = program;
    this.#nodeTypes = nodeTypes;
    this.lead = aLead(given);
  }

  /** The lead comes in. */
  enter(entry: string, event?: EventView): this {
    if (event !== undefined) this.#record(event);
    return this.#tell(event === undefined ? { type: 'entered', entry } : { type: 'entered', entry, event });
  }

  /** So many days pass; a wait whose time has come is woken. */
  days(count: number): this {
    const end = this.now + count * DAY;
    while (this.directive?.do === 'wait' && this.directive.until !== null && this.directive.until <= end) {
      this.now = Math.max(this.now, this.directive.until);
      this.#tell({ type: 'woken' });
    }
    this.now = end;
    return this;
  }

  /** The lead does something now; a waiting run hears of it if it asked for that event. */
  does(name: string, properties: EventView['properties'] = {}): this {
    const event = { id: `${name}#${this.lead.events.length}`, name, at: this.now, properties };
    this.#record(event);
    const asked = this.directive?.do === 'wait' && this.directive.events.some((pattern) => pattern.event === name || pattern.event === '*');
    return asked ? this.#tell({ type: 'event', event }) : this;
  }

  /** The effect asked for was carried out. */
  performed(outcome: string, result?: Extract<Fact, { type: 'performed' }>['result']): this {
    // What did not go out is no message, as in the ledger.
    if (outcome === 'skipped' || outcome === 'failed') this.lead = { ...this.lead, messages: (this.lead.messages ?? []).slice(0, -1) };
    return this.#tell(result === undefined ? { type: 'performed', outcome } : { type: 'performed', outcome, result });
  }

  /** Any fact at all. */
  hears(fact: Fact): this {
    return this.#tell(fact);
  }

  /** The trail in English, one line per entry: day, node, port, sentence. */
  get told(): readonly string[] {
    return this.#lines;
  }

  /** The trail as `day node:port` or `day node…` for a wait, for tests of the way only. */
  get way(): readonly string[] {
    return this.#way;
  }

  readonly #lines: string[] = [];
  readonly #way: string[] = [];

  #record(event: EventView): void {
    this.lead = { ...this.lead, events: [...this.lead.events, event] };
  }

  #tell(fact: Fact): this {
    const snapshot = { now: this.now, lead: this.lead, timeZone: 'Asia/Shanghai', runId: 'run-1' };
    const decision: Decision = advance(this.#nodeTypes, this.#program, this.cursor, fact, snapshot);
    this.cursor = structuredClone(decision.cursor);
    this.directive = decision.directive;
    for (const [index, { effect }] of decision.effects.entries()) {
      this.effects.push(effect);
      this.lead = applyEffect(this.lead, effect, { now: this.now, eventId: `made-${this.now}-${index}` });
    }
    for (const line of decision.story) {
      this.story.push(line);
      const day = Math.floor((this.now - START) / DAY);
      const mark =
        line.port === undefined ? { waiting: '…', performing: '!', ended: '.', failed: '✗', entered: '', passed: '' }[line.kind] : `:${line.port}`;
      this.#way.push(`${day} ${line.node}${mark}`);
      this.#lines.push(`day ${day}  ${render(line.because, 'en', { timeZone: 'Asia/Shanghai', texts: this.#nodeTypes.sentences })}`);
    }
    return this;
  }
}
