import { programSettings } from '../machine/program-settings.ts';
import type { EventView, Instant, LeadView, NodeId } from '../model/index.ts';
import { type EntryAnswer, type EntryRequest, type EntryRules, mayEnter } from '../nodes/entry-rules.ts';
import type { EntryTrigger } from '../nodes/entry-trigger.ts';
import { type Laboratory, stepOf, zoneOf } from './laboratory.ts';
import { propertiesFor } from './satisfy-pattern.ts';

/** Runs of the same lead in the same journey. */
export type EarlierRuns = EntryRequest['earlier'];

/** What starts a run at an entry. Null if the node is none. */
export function triggerOf(laboratory: Laboratory, entry: NodeId): EntryTrigger | null {
  const step = stepOf(laboratory, entry);
  return step?.definition.entry?.(step.config) ?? null;
}

/** The event by which a made-up lead comes in, if the entry wants one. */
export function entryEventOf(laboratory: Laboratory, entry: NodeId, at: Instant): EventView | null {
  const trigger = triggerOf(laboratory, entry);
  if (trigger?.on !== 'event') return null;
  return { id: `entry/${entry}/${at}`, name: trigger.pattern.event, at, properties: propertiesFor(trigger.pattern) };
}

/** Whether a lead may come in by an entry, as the intake would decide. */
export function letIn(
  laboratory: Laboratory,
  entry: NodeId,
  asks: { readonly lead: LeadView; readonly now: Instant; readonly event: EventView | null; readonly earlier: EarlierRuns },
): EntryAnswer {
  const rules = rulesOf(stepOf(laboratory, entry)?.config);
  return mayEnter({ ...asks, timeZone: zoneOf(laboratory), settings: programSettings(laboratory.program), rules });
}

/** Every entry's config has these fields; a custom type may have left them out. */
function rulesOf(config: unknown): EntryRules {
  const { filter = null, exclude = null } = (typeof config === 'object' && config !== null ? config : {}) as Partial<EntryRules>;
  return { filter, exclude };
}
