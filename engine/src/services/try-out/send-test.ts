import type { Prisma } from '@tendril/db';
import { insertOutboxItems, lockMember } from '@tendril/db/queries';
import { HOUR, type Sentence } from '@tendril/journey/model';
import { normaliseEmail } from '@tendril/runtime';
import type { TestRecipientRow, TestSendView } from '../../api/try-out-views.ts';
import { recordDeed } from '../audit.ts';
import { callerLocale } from '../caller-locale.ts';
import { findLead } from '../leads/find-lead.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { TryOutParts } from './try-out-parts.ts';

/** Tests that one person may send in an hour (real time): enough to polish a mail, too few to write to a list. */
const MOST_PER_HOUR = 30;

/** A test of a message, as the page asks for it. */
export interface TestSendInput {
  readonly templateKey: string;
  /** Whose values to fill in; a made-up lead's if absent. */
  readonly leadId?: string | undefined;
  readonly to: { readonly is: 'member'; readonly userId: string } | { readonly is: 'address'; readonly address: string };
}

/** Everybody who can get a test: the caller first, then colleagues by name. */
export async function listRecipients({ db }: Pick<TryOutParts, 'db'>, caller: Caller): Promise<readonly TestRecipientRow[]> {
  const members = await db.client.member.findMany({
    where: { workspaceId: caller.workspaceId },
    include: { user: true },
    orderBy: { user: { name: 'asc' } },
  });
  const rows = members.map(({ userId, wecomUserId, user }) => ({
    userId,
    name: user.name,
    email: user.email,
    onWecom: wecomUserId !== null,
    isCaller: userId === caller.userId,
  }));
  return rows.toSorted((a, b) => Number(b.isCaller) - Number(a.isCaller));
}

/**
 * Leaves a test for the channel's own queue; the worker sends it and writes down what came of it.
 * @throws UserError `template.missing`, `lead.missing`, `member.missing`, `test.address-invalid`, `test.no-wecom`, `test.suppressed`, `test.too-many`
 */
export async function sendTest(parts: TryOutParts, caller: Caller, { templateKey, leadId, to }: TestSendInput): Promise<{ id: string }> {
  const { db, clock } = parts;
  const { workspaceId, userId } = caller;
  const template = await db.client.template.findUnique({ where: { workspaceId_key: { workspaceId, key: templateKey } } });
  if (template === null) throw new UserError('template.missing', { key: templateKey }, 'NOT_FOUND');
  const { channel } = template;
  const lead = leadId === undefined ? null : (await findLead(db, caller, leadId)).id;
  const address = await addressOf(parts, caller, { channel, to });
  const locale = await callerLocale(db, caller);
  const now = new Date(clock.now());
  return db.client.$transaction(async (tx) => {
    // Two tests at once must not both be the last one allowed.
    await lockMember(tx, { workspaceId, userId });
    const lately = await tx.testSend.count({ where: { workspaceId, userId, createdAt: { gt: new Date(now.getTime() - HOUR) } } });
    if (lately >= MOST_PER_HOUR) throw new UserError('test.too-many', { limit: MOST_PER_HOUR }, 'TOO_MANY_REQUESTS');
    const { id } = await tx.testSend.create({ data: { workspaceId, userId, channel, templateKey, leadId: lead, locale, address, createdAt: now } });
    await insertOutboxItems(tx, workspaceId, [{ runId: id, kind: 'test', payload: { queue: channel } }], now);
    const detail: Prisma.InputJsonObject = { channel, to: address, leadId: lead };
    await recordDeed(tx, { caller, action: 'template.tested', subjectType: 'template', subjectId: templateKey, detail });
    return { id };
  });
}

/**
 * What came of one of the caller's tests.
 * @throws UserError `test.missing`
 */
export async function readTestSend({ db }: Pick<TryOutParts, 'db'>, { workspaceId, userId }: Caller, { id }: { id: string }): Promise<TestSendView> {
  const test = await db.client.testSend.findFirst({ where: { id, workspaceId, userId } });
  if (test === null) throw new UserError('test.missing', {}, 'NOT_FOUND');
  return {
    id,
    channel: test.channel as TestSendView['channel'],
    address: test.address,
    subject: test.subject,
    status: test.status as TestSendView['status'],
    reason: test.reason as unknown as Sentence | null,
    createdAtReal: test.createdAt.toISOString(),
    settledAtReal: test.settledAt?.toISOString() ?? null,
  };
}

interface Destination {
  readonly channel: string;
  readonly to: TestSendInput['to'];
}

async function addressOf({ db }: Pick<TryOutParts, 'db'>, { workspaceId }: Caller, { channel, to }: Destination): Promise<string> {
  if (to.is === 'address') {
    const typed = channel === 'email' ? normaliseEmail(to.address) : null;
    if (typed === null) throw new UserError('test.address-invalid', { value: to.address });
    return reachable(db, workspaceId, typed);
  }
  const member = await db.client.member.findUnique({ where: { workspaceId_userId: { workspaceId, userId: to.userId } }, include: { user: true } });
  if (member === null) throw new UserError('member.missing', { userId: to.userId }, 'NOT_FOUND');
  if (channel === 'email') return reachable(db, workspaceId, member.user.email);
  if (member.wecomUserId === null) throw new UserError('test.no-wecom', { name: member.user.name }, 'CONFLICT');
  return member.wecomUserId;
}

/** An address that must not be written to is not written to, whoever it belongs to. */
async function reachable({ client }: TryOutParts['db'], workspaceId: string, address: string): Promise<string> {
  const key = { workspaceId, channel: 'email', address };
  const suppressed = await client.suppression.findUnique({ where: { workspaceId_channel_address: key } });
  if (suppressed !== null) throw new UserError('test.suppressed', { address }, 'CONFLICT');
  return address;
}
