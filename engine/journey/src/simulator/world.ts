import type { Cursor, EventPattern, Fact, Instant, JsonObject, LeadView, Millis, ScriptedLead } from '../model/index.ts';
import type { Laboratory } from './laboratory.ts';

/** What an effect comes to, and how long that takes. */
export interface Reply {
  readonly fact: Extract<Fact, { type: 'performed' | 'failed' }>;
  readonly afterMs: Millis;
}

/** An event of the lead, a while after it began to wait. */
export interface Happening {
  readonly name: string;
  readonly properties: JsonObject;
  readonly afterMs: Millis;
}

/** Something that happens at its time, wherever the lead is. */
export type AgendaItem = { readonly at: Instant } & (
  | { readonly event: { readonly id?: string; readonly name: string; readonly properties: JsonObject } }
  | { readonly lead: ScriptedLead }
);

/** Where a lead is when the world is asked. */
export interface WorldQuestion {
  readonly runId: string;
  readonly cursor: Cursor;
  readonly lead: LeadView;
  readonly now: Instant;
}

/** All that a lead meets outside its journey. The machine cannot tell it from the real one. */
export interface World {
  /** What becomes of an effect of the step. */
  reply(question: WorldQuestion & { readonly effect: string }): Reply;
  /** What happens because the step waits for it; asked once per visit. */
  happenings(question: WorldQuestion & { readonly patterns: readonly EventPattern[] }): readonly Happening[];
  /** The same world as a called journey meets it, whose steps are others. Its agenda is set by the caller. */
  inside(called: Laboratory): World;
  /** In any order. Items before the lead comes in are its past. */
  readonly agenda: readonly AgendaItem[];
}
