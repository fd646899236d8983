import type { Db, Prisma } from '@tendril/db';
import type { Locale, LocalText, Sentence } from '@tendril/journey/model';
import type { TimelineRow } from '../../../api/views.ts';
import { timelineSentences } from '../../../sentences/timeline.ts';
import type { TimelineSource } from './timeline-source.ts';

const { say } = timelineSentences;

type Handoff = Prisma.HandoffGetPayload<object>;

/** Names by user id and by disposition key. */
interface Names {
  readonly person: (userId: string | null) => string;
  readonly disposition: (key: string | null) => string;
}

/** What became of the lead at the desk: up to three lines per hand-off. */
export function handoffRows(
  { client }: Pick<Db, 'client'>,
  { workspaceId, locale }: { readonly workspaceId: string; readonly locale: Locale },
): TimelineSource {
  const load = async (leadId: string): Promise<readonly TimelineRow[]> => {
    const handoffs = await client.handoff.findMany({ where: { leadId } });
    if (handoffs.length === 0) return [];
    const people = await client.user.findMany({ where: { id: { in: handoffs.flatMap(({ assigneeId }) => assigneeId ?? []) } } });
    const dispositions = await client.disposition.findMany({ where: { workspaceId } });
    const names: Names = {
      person: (userId) => people.find(({ id }) => id === userId)?.name ?? '–',
      disposition: (key) => (dispositions.find((one) => one.key === key)?.name as LocalText | undefined)?.[locale] ?? key ?? '–',
    };
    return handoffs.flatMap((handoff) => linesOf(handoff, names));
  };
  return {
    rows: async ({ leadId, until }) => (await load(leadId)).filter(({ at }) => until === null || at <= until.toISOString()),
    count: async (leadId) => (await load(leadId)).length,
  };
}

function linesOf(handoff: Handoff, names: Names): readonly TimelineRow[] {
  const { id, createdAt, acceptedAt, closedAt, status, assigneeId, disposition } = handoff;
  const line = (step: string, at: Date, sentence: Sentence): TimelineRow => ({
    id: `handoff:${id}:${step}`,
    at: at.toISOString(),
    kind: 'handoff',
    icon: 'hand-to-sdr',
    sentence,
  });
  const lines = [line('1-opened', createdAt, say('timeline.handoff-opened', {}))];
  const person = names.person(assigneeId);
  if (acceptedAt !== null) lines.push(line('2-accepted', acceptedAt, say('timeline.handoff-accepted', { person })));
  if (closedAt === null) return lines;
  if (status === 'expired') return [...lines, line('3-expired', closedAt, say('timeline.handoff-expired', {}))];
  if (status === 'cancelled') return [...lines, line('3-cancelled', closedAt, say('timeline.handoff-cancelled', {}))];
  return [...lines, line('3-closed', closedAt, say('timeline.handoff-closed', { person, disposition: names.disposition(disposition) }))];
}
