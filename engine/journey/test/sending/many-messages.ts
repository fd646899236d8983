import type { Instant, SendingRules, SendingView } from '../../src/model/index.ts';
import { arbitrate } from '../../src/sending/index.ts';

/** One message on its way through a world of the test: as the runtime would keep it in its ledger. */
export interface Kept {
  readonly id: string;
  readonly lead: string;
  readonly channel: 'email' | 'wecom';
  readonly marketing: boolean;
  readonly priority: number;
  readonly askedAt: Instant;
  state: 'planned' | 'held' | 'gone' | 'never';
  /** When it went, or is expected to. */
  at: Instant;
}

/** When an SDR has a lead. */
interface Talk {
  readonly since: Instant;
  readonly until: Instant;
}

/** Leads of one company and their messages, with the runtime's moves: plan, claim, look again. */
export class ManyMessages {
  now: Instant;
  readonly messages: Kept[] = [];
  readonly #rules: SendingRules;
  readonly #talks: ReadonlyMap<string, Talk>;

  constructor(rules: SendingRules, given: { readonly start: Instant; readonly talks?: ReadonlyMap<string, Talk> }) {
    this.#rules = rules;
    this.now = given.start;
    this.#talks = given.talks ?? new Map();
  }

  /** A journey asks. */
  ask(given: Pick<Kept, 'lead' | 'channel' | 'marketing' | 'priority'>): void {
    const message: Kept = { ...given, id: `m${String(this.messages.length).padStart(4, '0')}`, askedAt: this.now, state: 'held', at: this.now };
    this.messages.push(message);
    this.#decide(message, 'planned', true);
  }

  /** The channel takes a planned message, if the rules still let it. */
  claim(message: Kept): void {
    if (message.state === 'planned') this.#decide(message, 'gone', false);
  }

  /** A message that was held back looks again. */
  look(message: Kept): void {
    if (message.state === 'held') this.#decide(message, 'planned', false);
  }

  /** Lets time pass and messages go, in the order that `pick` chooses among those that may move; answers the moves it took. */
  drain(pick: (among: readonly Kept[]) => Kept): number {
    for (let moves = 0; moves < 5_000; moves += 1) {
      const open = this.messages.filter(({ state }) => state === 'planned' || state === 'held');
      if (open.length === 0) return moves;
      const ready = open.filter(({ state, at }) => state === 'planned' || at <= this.now);
      if (ready.length === 0) this.now = Math.min(...open.map(({ at }) => at));
      else {
        const next = pick(ready);
        if (next.state === 'planned') this.claim(next);
        else this.look(next);
      }
    }
    throw new Error('Some messages never come to an end.');
  }

  /** When messages that count have gone, in order. */
  gone(which: (message: Kept) => boolean): readonly Instant[] {
    return this.messages
      .filter((message) => message.state === 'gone' && which(message))
      .map(({ at }) => at)
      .sort((left, right) => left - right);
  }

  #decide(message: Kept, otherwise: 'planned' | 'gone', isNew: boolean): void {
    const { channel, marketing, priority } = message;
    const verdict = arbitrate({ channel, marketing, priority, leadZone: 'UTC' }, this.#viewFor(message, isNew), this.now);
    message.state = verdict.is === 'now' ? otherwise : verdict.is === 'later' ? 'held' : 'never';
    message.at = verdict.is === 'now' ? this.now : verdict.until;
    if (verdict.is === 'later' && verdict.until <= this.now) throw new Error('Held back until a moment that is past.');
  }

  #talkOf(lead: string): SendingView['talk'] {
    const talk = this.#talks.get(lead) ?? null;
    return talk === null || this.now >= talk.until ? null : talk;
  }

  #viewFor({ id, lead, askedAt }: Kept, isNew: boolean): SendingView {
    return {
      rules: this.#rules,
      own: isNew ? null : { id, askedAt },
      company: 'Yunfan',
      talk: this.#talkOf(lead),
      rivals: this.messages
        .filter((other) => other.id !== id && other.state !== 'never')
        .map((other) => ({
          id: other.id,
          toLead: other.lead === lead,
          channel: other.channel,
          marketing: other.marketing,
          journey: { id: other.id, name: other.id, priority: other.priority },
          state: other.state === 'gone' ? 'gone' : 'pending',
          at: other.at,
          askedAt: other.askedAt,
        })),
    };
  }
}
