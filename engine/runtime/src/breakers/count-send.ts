import { tallySend } from '@tendril/db/queries';
import { MINUTE } from '@tendril/journey/model';
import type { Settlement } from '../messages/message-claim.ts';
import { pauseJourney } from '../runs/pause-journey.ts';
import type { Work } from '../work/work.ts';
import { channelScope, isWatched, journeyScope, judgeSend, probePause, trips, type Verdict, WINDOW_MS } from './breaker-policy.ts';
import { closeChannel } from './channel-stop.ts';

/** Who a journey's pause is put down to when its breaker stopped it. */
export const BREAKER_USER = 'breaker';

interface Sent {
  readonly id: string;
  readonly channel: string;
  readonly journeyId: string;
}

/** Counts what became of a message, and stops its channel or its journey if too much fails. */
export async function countSend(work: Work, message: Sent, settlement: Settlement): Promise<void> {
  const verdict = judgeSend(settlement);
  const said = String(settlement.reason?.params['text'] ?? settlement.reason?.code ?? '');
  if (isWatched(message.channel)) await countForChannel(work, message, verdict.channel, said);
  await countForJourney(work, message, verdict.journey, said);
}

async function countForChannel(work: Work, { id, channel }: Sent, verdict: Verdict, said: string): Promise<void> {
  if (verdict === null) return;
  const { tx, workspace, realNow } = work;
  const key = { workspaceId: workspace.id, scope: channelScope(channel) };
  const tally = await count(work, key.scope, verdict);
  const open = await tx.breaker.findUnique({ where: { workspaceId_scope: key, closedAt: null } });
  if (open !== null) {
    // What was on its way when the channel was stopped proves nothing; only the message sent to try it does.
    if (verdict === 'fine' && open.probeId === id) await closeChannel(work, channel);
    return;
  }
  if (verdict === 'fault' && trips('channel', tally)) await openBreaker(work, key.scope, { ...tally, said, probeAt: realNow + probePause(0) });
}

async function countForJourney(work: Work, { journeyId }: Sent, verdict: Verdict, said: string): Promise<void> {
  if (verdict === null) return;
  const scope = journeyScope(journeyId);
  const tally = await count(work, scope, verdict);
  if (verdict === 'fine' || !trips('journey', tally)) return;
  if (await pauseJourney(work, { journeyId, userId: BREAKER_USER })) await openBreaker(work, scope, { ...tally, said, probeAt: work.realNow });
}

function count({ tx, workspace, realNow }: Work, scope: string, verdict: 'fine' | 'fault') {
  const minute = new Date(Math.floor(realNow / MINUTE) * MINUTE);
  const since = new Date(realNow - WINDOW_MS);
  return tallySend(tx, { workspaceId: workspace.id, scope, minute, since, isFault: verdict === 'fault' });
}

async function openBreaker(
  { tx, workspace, realNow }: Work,
  scope: string,
  { tries, faults, said, probeAt }: { readonly tries: number; readonly faults: number; readonly said: string; readonly probeAt: number },
): Promise<void> {
  const key = { workspaceId: workspace.id, scope };
  const state = {
    openedAt: new Date(realNow),
    closedAt: null,
    tries,
    faults,
    lastFault: said.slice(0, 500),
    probeAt: new Date(probeAt),
    probes: 0,
    probeId: null,
  };
  await tx.breaker.upsert({ where: { workspaceId_scope: key }, create: { ...key, ...state }, update: state });
}
