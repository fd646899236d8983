import type { Prisma } from '@tendril/db';
import type { JourneyDocument, Locale, Sentence } from '@tendril/journey/model';
import { builtInNodeTypes, portsOf } from '@tendril/journey/nodes';
import type { ExplainView, StandingOfLead, UnsentMessage } from '../../api/explain-views.ts';
import { trailRows } from '../journeys/trail-rows.ts';
import type { ExplainParts } from './explain-parts.ts';

type StoredRun = Prisma.RunGetPayload<object>;
type Explained = Omit<ExplainView, 'lead' | 'journey' | 'entries'>;

const STANDING: Readonly<Record<string, StandingOfLead>> = { running: 'inside', done: 'left', cancelled: 'left', failed: 'failed' };

/** Messages that went out need no explanation. */
const SAYS_ITSELF = ['sent', 'sending'];

/** Where a run stands or how it ended, what decided its way, and what comes next. */
export async function explainRun(parts: ExplainParts, run: StoredRun, locale: Locale): Promise<Explained> {
  const { client } = parts.db;
  const { id: runId, journeyId, version } = run;
  const [stored, rows, waits, messages] = await Promise.all([
    client.journeyVersion.findUnique({ where: { journeyId_number: { journeyId, number: version } }, select: { document: true } }),
    trailRows(parts, run, locale),
    client.waitSubscription.findMany({ where: { runId }, select: { eventName: true } }),
    client.message.findMany({ where: { runId, status: { notIn: SAYS_ITSELF } }, orderBy: { plannedAt: 'asc' } }),
  ]);
  const document = stored?.document as JourneyDocument | undefined;
  const nameOf = async (nodeId: string) => (await parts.nodeNames.find({ journeyId, version, nodeId, locale })).name;
  const standing = STANDING[run.status] ?? 'left';
  const isInside = standing === 'inside';
  return {
    standing,
    runId,
    since: (isInside ? run.startedAt : (run.endedAt ?? run.startedAt)).toISOString(),
    step: run.nodeId === null ? null : { id: run.nodeId, name: await nameOf(run.nodeId) },
    because: rows.at(-1)?.because ?? null,
    until: isInside ? (run.wakeAt?.toISOString() ?? null) : null,
    waitsFor: isInside ? [...new Set(waits.map(({ eventName }) => eventName))] : [],
    outcome: run.outcome,
    next: isInside && run.nodeId !== null && document !== undefined ? await waysOn(document, run.nodeId, { locale, nameOf }) : [],
    decisions: document === undefined ? [] : rows.filter((row) => row.port !== null && branches(document, row.nodeId)),
    unsent: await Promise.all(
      messages.map(
        async ({ id, nodeId, channel, status, reason, plannedAt }): Promise<UnsentMessage> => ({
          id,
          nodeName: await nameOf(nodeId),
          channel,
          status,
          reason: reason as Sentence | null,
          at: plannedAt.toISOString(),
        }),
      ),
    ),
  };
}

function branches({ nodes }: JourneyDocument, nodeId: string): boolean {
  const node = nodes.find(({ id }) => id === nodeId);
  return node !== undefined && portsOf(builtInNodeTypes, node).length > 1;
}

async function waysOn(
  { nodes, edges }: JourneyDocument,
  nodeId: string,
  { locale, nameOf }: { readonly locale: Locale; readonly nameOf: (nodeId: string) => Promise<string> },
): Promise<ExplainView['next']> {
  const node = nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return [];
  const ports = portsOf(builtInNodeTypes, node);
  return Promise.all(
    ports.flatMap((port) => {
      const to = edges.find((edge) => edge.from === nodeId && edge.port === port.id)?.to;
      return to === undefined ? [] : [nameOf(to).then((name) => ({ way: ports.length > 1 ? port.label[locale] : null, name }))];
    }),
  );
}
