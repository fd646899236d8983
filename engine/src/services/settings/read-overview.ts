import { DAY, MINUTE } from '@tendril/journey/model';
import type { OverviewView } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import { workspaceNow } from '../workspace-clock.ts';
import type { SettingsParts } from './settings-parts.ts';

/** The manager's numbers: the state now, and what the last 30 days of workspace time brought. */
export async function readOverview({ db, clock }: Pick<SettingsParts, 'db' | 'clock'>, { workspaceId }: Caller): Promise<OverviewView> {
  const { client } = db;
  const { now } = await workspaceNow(client, workspaceId, clock.now());
  const since = new Date(now - 30 * DAY);
  const leads = { workspaceId, mergedInto: null };
  const [total, created, mqls, open, accepted, closed, messages, pools, stages] = await Promise.all([
    client.lead.count({ where: leads }),
    client.lead.count({ where: { ...leads, createdAt: { gte: since } } }),
    client.handoff.groupBy({ by: ['leadId'], where: { workspaceId, createdAt: { gte: since } } }),
    client.handoff.count({ where: { workspaceId, status: { in: ['open', 'accepted'] } } }),
    client.handoff.findMany({ where: { workspaceId, acceptedAt: { gte: since } }, select: { createdAt: true, acceptedAt: true } }),
    client.handoff.groupBy({
      by: ['disposition'],
      where: { workspaceId, closedAt: { gte: since }, disposition: { not: null } },
      _count: { _all: true },
    }),
    client.message.groupBy({ by: ['status'], where: { workspaceId, plannedAt: { gte: since } }, _count: { _all: true } }),
    client.lead.groupBy({ by: ['pool'], where: leads, _count: { _all: true } }),
    client.lead.groupBy({ by: ['stage'], where: leads, _count: { _all: true } }),
  ]);
  const waits = accepted.flatMap(({ createdAt, acceptedAt }) => (acceptedAt === null ? [] : [acceptedAt.getTime() - createdAt.getTime()]));
  const middle = median(waits);
  return {
    leads: total,
    newLeads30d: created,
    mqls30d: mqls.length,
    handoffsOpen: open,
    handoffsAccepted30d: accepted.length,
    dispositions30d: tally(closed, ({ disposition }) => disposition ?? ''),
    messages30d: tally(messages, ({ status }) => status),
    medianAcceptMinutes30d: middle === null ? null : Math.round((middle / MINUTE) * 10) / 10,
    pools: tally(pools, ({ pool }) => pool),
    stages: tally(stages, ({ stage }) => stage),
  };
}

const tally = <Row extends { readonly _count: { readonly _all: number } }>(
  rows: readonly Row[],
  name: (row: Row) => string,
): Record<string, number> => Object.fromEntries(rows.map((row) => [name(row), row._count._all]));

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
