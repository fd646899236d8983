import { MINUTE } from '@tendril/journey/model';
import { toVirtual } from '@tendril/runtime';
import { demoInstant } from '../demo/sample-history.ts';
import type { WorkspaceNow } from '../services/workspace-clock.ts';
import type { IntakeItem } from './intake-item.ts';
import type { ItemTime } from './to-event.ts';

/** An event at most this old (real ms) when it is sent is live; an older one is history that somebody uploads. */
const LIVE_WITHIN = 10 * MINUTE;

/**
 * When an item happened. The sender's clock may be wrong, so what counts is how long before sending it happened, as
 * Segment's protocol has it. In a demo workspace a live event happens now on the compressed clock, while history stays as
 * long ago as it was: mapping it through the clock would throw a month back by centuries.
 */
export function whenItHappened(
  item: IntakeItem,
  given: { readonly receivedAt: number; readonly sentAt: number | null; readonly workspace: WorkspaceNow },
): ItemTime {
  const { receivedAt, workspace } = given;
  const written = item.timestamp ?? item.originalTimestamp ?? null;
  const sentAt = item.sentAt ?? given.sentAt;
  const age = written === null ? 0 : Math.max(0, (sentAt ?? receivedAt) - written);
  if (workspace.kind === 'production') return { timestamp: receivedAt - age };
  if (written !== null && age > LIVE_WITHIN) return { occurredAt: demoInstant({ written, age }, workspace.now) };
  return { occurredAt: toVirtual(workspace.clock, receivedAt - age) };
}
