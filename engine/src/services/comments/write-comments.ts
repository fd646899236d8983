import type { Prisma } from '@tendril/db';
import { findJourney } from '../journeys/find-journey.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { UserError } from '../user-error.ts';
import { listPeople } from './read-comments.ts';

type Parts = Pick<ServiceParts, 'db' | 'clock'>;

/** A new comment: an answer, or the beginning of a thread at a step or a place. */
export interface CommentInput {
  readonly id: string;
  readonly text: string;
  /** Ids of people; those who may not read journeys are left out. */
  readonly mentions: readonly string[];
  readonly at:
    | { readonly kind: 'answer'; readonly to: string }
    | { readonly kind: 'step'; readonly nodeId: string }
    | { readonly kind: 'place'; readonly x: number; readonly y: number };
}

async function find({ db }: Parts, { workspaceId }: Caller, id: string): Promise<Prisma.JourneyCommentGetPayload<object>> {
  const comment = await db.client.journeyComment.findFirst({ where: { id, workspaceId } });
  if (comment === null) throw new UserError('comment.missing', {}, 'NOT_FOUND');
  return comment;
}

async function findOwn(parts: Parts, caller: Caller, id: string): Promise<Prisma.JourneyCommentGetPayload<object>> {
  const comment = await find(parts, caller, id);
  if (comment.authorId !== caller.userId) throw new UserError('comment.not-yours', {}, 'FORBIDDEN');
  return comment;
}

/** Those of the named who may read journeys; nobody is told of what they say themselves. */
async function named(parts: Parts, caller: Caller, ids: readonly string[]): Promise<readonly string[]> {
  const people = await listPeople(parts, caller);
  return people.filter(({ id }) => id !== caller.userId && ids.includes(id)).map(({ id }) => id);
}

async function whereTo(
  parts: Parts,
  caller: Caller,
  { id, at }: CommentInput,
): Promise<Pick<Prisma.JourneyCommentUncheckedCreateInput, 'parentId' | 'nodeId' | 'x' | 'y'>> {
  if (at.kind === 'step') return { nodeId: at.nodeId };
  if (at.kind === 'place') return { x: at.x, y: at.y };
  const answered = await find(parts, caller, at.to);
  if (answered.journeyId !== id) throw new UserError('comment.missing', {}, 'NOT_FOUND');
  return { parentId: answered.parentId ?? answered.id };
}

/** Says something about a journey, and tells those who are named. */
export async function addComment(parts: Parts, caller: Caller, input: CommentInput): Promise<{ id: string }> {
  const { db, clock } = parts;
  await findJourney(db, caller, input.id);
  const at = await whereTo(parts, caller, input);
  const mentions = await named(parts, caller, input.mentions);
  return db.client.journeyComment.create({
    data: {
      workspaceId: caller.workspaceId,
      journeyId: input.id,
      text: input.text,
      authorId: caller.userId,
      createdAt: new Date(clock.now()),
      ...at,
      mentions: { create: mentions.map((userId) => ({ userId })) },
    },
    select: { id: true },
  });
}

/** Writes one's own comment anew; only those who were not named before are told. */
export async function editComment(
  parts: Parts,
  caller: Caller,
  { commentId, text, mentions }: { commentId: string; text: string; mentions: readonly string[] },
): Promise<void> {
  const { id } = await findOwn(parts, caller, commentId);
  const people = await named(parts, caller, mentions);
  await parts.db.client.$transaction([
    parts.db.client.commentMention.deleteMany({ where: { commentId: id, userId: { notIn: [...people] } } }),
    parts.db.client.commentMention.createMany({ data: people.map((userId) => ({ commentId: id, userId })), skipDuplicates: true }),
    parts.db.client.journeyComment.update({ where: { id }, data: { text, editedAt: new Date(parts.clock.now()) } }),
  ]);
}

/** Takes back one's own comment. A beginning that others have answered stays: it can be resolved. */
export async function removeComment(parts: Parts, caller: Caller, { commentId }: { commentId: string }): Promise<void> {
  const { id } = await findOwn(parts, caller, commentId);
  const answers = await parts.db.client.journeyComment.count({ where: { parentId: id, authorId: { not: caller.userId } } });
  if (answers > 0) throw new UserError('comment.answered', { count: answers }, 'CONFLICT');
  await parts.db.client.journeyComment.deleteMany({ where: { id } });
}

/** Settles a thread, or opens it again. Whoever may read it may do so; doing it twice changes nothing. */
export async function resolveThread(parts: Parts, caller: Caller, { commentId, resolved }: { commentId: string; resolved: boolean }): Promise<void> {
  const comment = await find(parts, caller, commentId);
  const id = comment.parentId ?? comment.id;
  await parts.db.client.journeyComment.updateMany({
    where: { id, resolvedAt: resolved ? null : { not: null } },
    data: resolved ? { resolvedAt: new Date(parts.clock.now()), resolvedBy: caller.userId } : { resolvedAt: null, resolvedBy: null },
  });
}
