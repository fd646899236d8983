import type { Instant } from '../model/index.ts';
import type { AgendaItem, Happening } from './world.ts';

/** What is still to happen, earliest first. */
export class Agenda {
  #items: readonly AgendaItem[];
  #next = 0;

  constructor(items: readonly AgendaItem[]) {
    this.#items = items.toSorted((left, right) => left.at - right.at);
  }

  peek(): AgendaItem | null {
    return this.#items[this.#next] ?? null;
  }

  pop(): void {
    this.#next += 1;
  }

  /** Adds what has turned out to happen later. */
  add(items: readonly AgendaItem[]): void {
    const rest = [...this.#items.slice(this.#next), ...items];
    this.#items = rest.toSorted((left, right) => left.at - right.at);
    this.#next = 0;
  }

  /** What is still to happen, for a journey that begins now. */
  get rest(): readonly AgendaItem[] {
    return this.#items.slice(this.#next);
  }

  /** Takes all items up to an instant. */
  upTo(at: Instant): readonly AgendaItem[] {
    const from = this.#next;
    while ((this.#items[this.#next]?.at ?? Number.POSITIVE_INFINITY) <= at) this.#next += 1;
    return this.#items.slice(from, this.#next);
  }
}

/** What the wait of a step brings about. A lead that has left the step no longer answers it. */
export class Expected {
  #of = '';
  #due: readonly { readonly at: Instant; readonly happening: Happening }[] = [];

  /** Asks what happens, once per key. */
  once(key: string, now: Instant, ask: () => readonly Happening[]): void {
    if (key === this.#of) return;
    this.#of = key;
    this.#due = ask()
      .map((happening) => ({ at: now + happening.afterMs, happening }))
      .sort((left, right) => left.at - right.at);
  }

  peek(): { readonly at: Instant; readonly happening: Happening } | null {
    return this.#due[0] ?? null;
  }

  pop(): void {
    this.#due = this.#due.slice(1);
  }
}
