import type { MessageRow } from '../../api/views.ts';
import { readCursor, writeCursor } from '../page-cursor.ts';
import type { Caller, Page } from '../ports.ts';
import type { MessageParts } from './message-parts.ts';
import { journeyNames, messageRow } from './message-row.ts';

/** Which messages to show. */
export interface MessagesInput {
  readonly status?: string | undefined;
  readonly channel?: string | undefined;
  readonly journeyId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** The ledger, the last planned first. */
export async function listMessages({ db }: Pick<MessageParts, 'db'>, { workspaceId }: Caller, input: MessagesInput): Promise<Page<MessageRow>> {
  const { client } = db;
  const { status, channel, journeyId, cursor, limit } = input;
  const where = {
    workspaceId,
    ...(status === undefined ? {} : { status }),
    ...(channel === undefined ? {} : { channel }),
    ...(journeyId === undefined ? {} : { journeyId }),
  };
  const [at, after] = cursor === undefined ? [null, null] : readCursor(cursor, 2).map(String);
  const start = at && after ? new Date(at) : null;
  const behind = start === null || !after ? {} : { OR: [{ plannedAt: { lt: start } }, { plannedAt: start, id: { lt: after } }] };
  const [total, messages] = await Promise.all([
    client.message.count({ where }),
    client.message.findMany({ where: { AND: [where, behind] }, orderBy: [{ plannedAt: 'desc' }, { id: 'desc' }], take: limit + 1 }),
  ]);
  const page = messages.slice(0, limit);
  const [leads, journeys] = await Promise.all([
    client.lead.findMany({ where: { id: { in: page.map(({ leadId }) => leadId) } }, select: { id: true, name: true, email: true } }),
    journeyNames(client, page),
  ]);
  const names = new Map(leads.map(({ id, name, email }) => [id, name ?? email]));
  const last = page.at(-1);
  return {
    rows: page.map((message) => messageRow(message, names.get(message.leadId) ?? null, journeys)),
    total,
    next: messages.length > limit && last !== undefined ? writeCursor([last.plannedAt.toISOString(), last.id]) : null,
  };
}
