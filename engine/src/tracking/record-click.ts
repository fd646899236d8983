import { createHash } from 'node:crypto';
import { toReal } from '@tendril/runtime';
import { workspaceNow } from '../services/workspace-clock.ts';
import { type ClickTraces, looksHuman } from './looks-human.ts';
import type { TrackingParts } from './tracking-parts.ts';

type Parts = Pick<TrackingParts, 'db' | 'runtime'>;

/** A click on a tracked link, as the request showed it. */
export interface Click {
  readonly messageId: string;
  readonly url: string;
  /** Real ms. */
  readonly at: number;
  readonly traces: Pick<ClickTraces, 'method' | 'userAgent' | 'acceptLanguage' | 'purpose'>;
  readonly linksAtOnce: number;
}

/** Repeats of one link of one mail within this time (real ms) are one click: browsers and people double-click. */
const REPEAT_MS = 10_000;

/** Records `Email Clicked` with `human` for conditions and scores. A mail we no longer know is ignored. */
export async function recordClick({ db, runtime }: Parts, click: Click): Promise<void> {
  const { messageId, url, at, traces, linksAtOnce } = click;
  const message = await db.client.message.findUnique({ where: { id: messageId } });
  if (message === null) return;
  const { workspaceId, leadId, journeyId, templateKey, settledAt } = message;
  const { clock } = await workspaceNow(db.client, workspaceId, at);
  // The ledger's times are the workspace's; a scanner's haste is real.
  const sinceSentMs = settledAt === null ? null : at - toReal(clock, settledAt.getTime());
  const human = looksHuman({ ...traces, linksAtOnce, sinceSentMs });
  const link = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const properties = { messageId, url, human, journeyId, template: templateKey };
  const id = `click/${messageId}/${link}/${human ? 'person' : 'machine'}/${Math.floor(at / REPEAT_MS)}`;
  await runtime.recordEvents({ workspaceId, events: [{ messageId: id, type: 'email', name: 'Email Clicked', leadId, properties, timestamp: at }] });
}
