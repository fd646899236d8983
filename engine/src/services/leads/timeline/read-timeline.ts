import type { TimelineRow } from '../../../api/views.ts';
import { callerLocale } from '../../caller-locale.ts';
import { readCursor, writeCursor } from '../../page-cursor.ts';
import type { Caller, Page } from '../../ports.ts';
import { findLead } from '../find-lead.ts';
import type { LeadParts } from '../lead-parts.ts';
import { eventRows } from './event-rows.ts';
import { handoffRows } from './handoff-rows.ts';
import { messageRows } from './message-rows.ts';
import type { TimelineSource } from './timeline-source.ts';
import { trailRows } from './trail-rows.ts';

/** Rows read beyond a page, for several things that happened in the same millisecond as the page's end. */
const SPARE = 50;

/** Everything that happened to a lead, newest first: each source gives its newest rows, and the newest of all make the page. */
export async function readTimeline(
  parts: LeadParts,
  caller: Caller,
  { id, cursor, limit }: { id: string; cursor?: string | undefined; limit: number },
): Promise<Page<TimelineRow>> {
  const { db, nodeNames } = parts;
  const { id: leadId } = await findLead(db, caller, id);
  const locale = await callerLocale(db, caller);
  const { workspaceId } = caller;
  const sources: readonly TimelineSource[] = [
    eventRows(db),
    messageRows(db),
    trailRows({ db, nodeNames }, locale),
    handoffRows(db, { workspaceId, locale }),
  ];
  const [endAt, endId] = cursor === undefined ? [null, null] : readCursor(cursor, 2).map(String);
  const until = endAt ? new Date(endAt) : null;
  const [pages, counts] = await Promise.all([
    Promise.all(sources.map((source) => source.rows({ leadId, until, take: limit + SPARE }))),
    Promise.all(sources.map((source) => source.count(leadId))),
  ]);
  const rows = pages
    .flat()
    .toSorted(newestFirst)
    .filter((row) => !endAt || !endId || newestFirst({ at: endAt, id: endId }, row) < 0);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    total: counts.reduce((sum, count) => sum + count, 0),
    next: rows.length > limit && last !== undefined ? writeCursor([last.at, last.id]) : null,
  };
}

type Placed = Pick<TimelineRow, 'at' | 'id'>;

/** Later rows first; of rows of one instant the later written, as far as ids tell. */
function newestFirst(a: Placed, b: Placed): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return b.id.localeCompare(a.id, 'en', { numeric: true });
}
