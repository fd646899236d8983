import { type SendCount, tallySends } from '@tendril/db/queries';
import { MINUTE } from '@tendril/journey/model';
import type { Settlement } from '../messages/message-claim.ts';
import { pauseJourney } from '../runs/pause-journey.ts';
import type { Work } from '../work/work.ts';
import { channelScope, isWatched, journeyScope, judgeSend, probePause, trips, WINDOW_MS } from './breaker-policy.ts';
import { closeChannel } from './channel-stop.ts';

/** Who a journey's pause is put down to when its breaker stopped it. */
export const BREAKER_USER = 'breaker';

interface Sent {
  readonly id: string;
  readonly channel: string;
  readonly journeyId: string;
}

/** Counts what became of a message, and stops its channel or its journey if too much fails. */
export async function countSend(work: Work, { id, channel, journeyId }: Sent, settlement: Settlement): Promise<void> {
  const { tx, workspace, realNow } = work;
  const verdict = judgeSend(settlement);
  const scopes = { channel: channelScope(channel), journey: journeyScope(journeyId) };
  const judged = [
    { scope: scopes.channel, verdict: isWatched(channel) ? verdict.channel : null },
    { scope: scopes.journey, verdict: verdict.journey },
  ];
  const counts = await tallySends(tx, {
    workspaceId: workspace.id,
    minute: new Date(Math.floor(realNow / MINUTE) * MINUTE),
    since: new Date(realNow - WINDOW_MS),
    of: judged.flatMap(({ scope, verdict }) => (verdict === null ? [] : [{ scope, faults: verdict === 'fault' ? 1 : 0 }])),
  });
  const said = String(settlement.reason?.params['text'] ?? settlement.reason?.code ?? '');
  for (const count of counts) {
    if (count.scope === scopes.journey) {
      if (verdict.journey === 'fault') await stopJourney(work, journeyId, { ...count, said });
    } else if (!count.isOpen) {
      if (verdict.channel === 'fault' && trips('channel', count))
        await openBreaker(work, count.scope, { ...count, said, probeAt: realNow + probePause(0) });
      // What was on its way when the channel was stopped proves nothing; only the message sent to try it does.
    } else if (verdict.channel === 'fine' && count.probeId === id) await closeChannel(work, channel);
  }
}

async function stopJourney(work: Work, journeyId: string, count: SendCount & { readonly said: string }): Promise<void> {
  if (!trips('journey', count) || !(await pauseJourney(work, { journeyId, userId: BREAKER_USER }))) return;
  await openBreaker(work, count.scope, { ...count, probeAt: work.realNow });
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
