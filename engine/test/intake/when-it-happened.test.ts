import { DAY, MINUTE, SECOND } from '@tendril/journey/model';
import { describe, expect, test } from 'vitest';
import { SAMPLE_END } from '../../src/demo/sample-history.ts';
import { type IntakeItem, parseItem } from '../../src/intake/intake-item.ts';
import { whenItHappened } from '../../src/intake/when-it-happened.ts';
import type { WorkspaceNow } from '../../src/services/workspace-clock.ts';

const receivedAt = Date.UTC(2027, 0, 10, 12);

const item = (timestamp: number | null): IntakeItem => {
  const given = { type: 'track', event: 'E', userId: 'u', ...(timestamp === null ? {} : { timestamp: new Date(timestamp).toISOString() }) };
  const parsed = parseItem(given, 0);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.item;
};

const workspace = (kind: WorkspaceNow['kind'], factor: number, now: number): WorkspaceNow => ({
  id: 'w',
  name: 'W',
  kind,
  timeZone: 'UTC',
  locale: 'en',
  now,
  clock: { factor, real: receivedAt, virtual: now },
});

describe('in production', () => {
  const here = workspace('production', 1, receivedAt);
  const when = (timestamp: number | null, sentAt: number | null) => whenItHappened(item(timestamp), { receivedAt, sentAt, workspace: here });

  test('without a date an event happens when it arrives', () => {
    expect(when(null, null)).toEqual({ timestamp: receivedAt });
  });

  test('a sender whose clock is wrong is corrected by how long before sending it happened', () => {
    const wrong = receivedAt + 400 * DAY;
    expect(when(wrong - 5 * SECOND, wrong)).toEqual({ timestamp: receivedAt - 5 * SECOND });
  });

  test('a date in the future counts as now', () => {
    expect(when(receivedAt + DAY, null)).toEqual({ timestamp: receivedAt });
  });
});

describe('in a demo whose day lasts ten seconds', () => {
  const now = SAMPLE_END + 40 * DAY;
  const demo = workspace('demo', 8_640, now);
  const when = (timestamp: number) => whenItHappened(item(timestamp), { receivedAt, sentAt: receivedAt, workspace: demo });

  test('a live event happens now', () => {
    expect(when(receivedAt)).toEqual({ occurredAt: now });
  });

  test('sample history is as recent as when it was written, whenever it is sent', () => {
    expect(when(SAMPLE_END - 3 * DAY)).toEqual({ occurredAt: now - 3 * DAY });
  });

  test('other history stays as long ago as it was', () => {
    expect(when(receivedAt - 20 * MINUTE)).toEqual({ occurredAt: now - 20 * MINUTE });
  });
});
