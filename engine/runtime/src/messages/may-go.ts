import { lockCompanySending } from '@tendril/db/queries';
import { quietHold } from '@tendril/journey/machine';
import { arbitrate } from '@tendril/journey/sending';
import { leadTimeZone } from '@tendril/journey/time';
import type { LeadRow } from '../leads/lead-row.ts';
import type { LeadSight } from '../leads/snapshot.ts';
import type { LoadedProgram } from '../runs/program-cache.ts';
import type { Work } from '../work/work.ts';
import { rulesOf, seeSending } from './sending-view.ts';

/** A planned message that is about to be taken, and its journey. */
export interface GoingMessage {
  readonly runId: string;
  readonly channel: string;
  readonly topic: string | null;
  readonly lead: LeadRow;
  readonly sight: LeadSight;
  readonly settings: LoadedProgram['settings'];
}

/**
 * Whether the rules let a planned message out at this very moment, asked once more because time has passed and others
 * have written since. The lead is locked; its company is held where a rule counts its messages, so that no two messages
 * take the same last place.
 */
export async function mayGo(work: Work, { runId, channel, topic, lead, sight, settings }: GoingMessage): Promise<boolean> {
  const leadZone = leadTimeZone(sight.view, settings.timeZone, work.workspace.timeZone).zone;
  if (quietHold({ leadZone }, settings, work.now) !== null) return false;
  const marketing = topic !== null;
  if (marketing && lead.company !== null && rulesOf(work).companyCaps.length > 0) await lockCompanySending(work.tx, lead.company.id);
  const sending = await seeSending(work, { lead, runId });
  return arbitrate({ channel, marketing, priority: settings.priority, leadZone }, sending, work.now).is === 'now';
}
