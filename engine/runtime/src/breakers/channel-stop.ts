import { signalRunsOfChannel } from '@tendril/db/queries';
import type { Work } from '../work/work.ts';
import { channelScope, journeyScope, probePause, WATCHED_CHANNELS } from './breaker-policy.ts';

/** When a channel works again, leads that it held go on so far apart (real ms), so that the first burst does not stop it anew. */
const RELEASE_EVERY_MS = 50;

/** Whether a channel is stopped and not even due to be tried. */
export async function isChannelStopped({ tx, workspace, realNow }: Work, channel: string): Promise<boolean> {
  const breaker = await tx.breaker.findUnique({ where: { workspaceId_scope: { workspaceId: workspace.id, scope: channelScope(channel) } } });
  return breaker !== null && breaker.closedAt === null && breaker.probeAt.getTime() > realNow;
}

/**
 * Whether a message may go out by its channel. While the channel is stopped one message at a time may, to see whether it
 * works again; asking is taking that turn.
 */
export async function mayUseChannel(
  { tx, workspace, realNow }: Work,
  { id, channel }: { readonly id: string; readonly channel: string },
): Promise<boolean> {
  const key = { workspaceId: workspace.id, scope: channelScope(channel) };
  const breaker = await tx.breaker.findUnique({ where: { workspaceId_scope: key } });
  if (breaker === null || breaker.closedAt !== null) return true;
  const { count } = await tx.breaker.updateMany({
    where: { ...key, closedAt: null, probes: breaker.probes, probeAt: { lte: new Date(realNow) } },
    data: { probeId: id, probes: breaker.probes + 1, probeAt: new Date(realNow + probePause(breaker.probes)) },
  });
  return count === 1;
}

/** A channel works again: what it held goes on, the longest held first. */
export async function closeChannel({ tx, workspace, realNow }: Work, channel: string): Promise<void> {
  const key = { workspaceId: workspace.id, scope: channelScope(channel) };
  const from = new Date(realNow);
  await tx.breaker.updateMany({ where: { ...key, closedAt: null }, data: { closedAt: from } });
  await tx.sendTally.deleteMany({ where: key });
  await signalRunsOfChannel(tx, { workspaceId: workspace.id, channel, from, everyMs: RELEASE_EVERY_MS, most: null });
}

/** Somebody resumed a journey that its breaker had stopped: it gets a fresh start. */
export async function closeJourney({ tx, workspace, realNow }: Work, journeyId: string): Promise<void> {
  const key = { workspaceId: workspace.id, scope: journeyScope(journeyId) };
  await tx.breaker.updateMany({ where: { ...key, closedAt: null }, data: { closedAt: new Date(realNow) } });
  await tx.sendTally.deleteMany({ where: key });
}

/** Wakes one held lead of every stopped channel that is due to be tried. @returns how many */
export async function probeChannels({ tx, workspace, realNow }: Work): Promise<{ readonly woken: number }> {
  const due = await tx.breaker.findMany({ where: { workspaceId: workspace.id, closedAt: null, probeAt: { lte: new Date(realNow) } } });
  let woken = 0;
  for (const channel of WATCHED_CHANNELS) {
    if (!due.some(({ scope }) => scope === channelScope(channel))) continue;
    woken += await signalRunsOfChannel(tx, { workspaceId: workspace.id, channel, from: new Date(realNow), everyMs: 0, most: 1 });
  }
  return { woken };
}

/** A person wants a stopped channel tried now. False if it is not stopped. */
export async function tryChannel({ tx, workspace, realNow }: Work, channel: string): Promise<boolean> {
  const key = { workspaceId: workspace.id, scope: channelScope(channel) };
  const { count } = await tx.breaker.updateMany({ where: { ...key, closedAt: null }, data: { probeAt: new Date(realNow) } });
  if (count === 1) await signalRunsOfChannel(tx, { workspaceId: workspace.id, channel, from: new Date(realNow), everyMs: 0, most: 1 });
  return count === 1;
}
