import type { Db } from '@tendril/db';
import type { CommentView, MentionView, PersonView } from '../../api/comment-views.ts';
import { may } from '../../api/permissions.ts';
import type { Role } from '../../api/views.ts';
import { findJourney } from '../journeys/find-journey.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';

/** So many mentions are shown at most, the newest. */
const MENTIONS_SHOWN = 30;

async function namesOf({ client }: Db, ids: readonly string[]): Promise<(id: string) => PersonView> {
  const users = await client.user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name] as const));
  return (id) => ({ id, name: names.get(id) ?? '' });
}

/** Everything said about a journey, oldest first. */
export async function listComments({ db }: Pick<ServiceParts, 'db'>, caller: Caller, { id }: { id: string }): Promise<readonly CommentView[]> {
  await findJourney(db, caller, id);
  const rows = await db.client.journeyComment.findMany({
    where: { journeyId: id, workspaceId: caller.workspaceId },
    include: { mentions: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const person = await namesOf(
    db,
    rows.flatMap(({ authorId, resolvedBy, mentions }) => [
      authorId,
      ...(resolvedBy === null ? [] : [resolvedBy]),
      ...mentions.map(({ userId }) => userId),
    ]),
  );
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parentId,
    nodeId: row.nodeId,
    place: row.x === null || row.y === null ? null : { x: row.x, y: row.y },
    text: row.text,
    author: person(row.authorId),
    mine: row.authorId === caller.userId,
    mentions: row.mentions.map(({ userId }) => person(userId)),
    atReal: row.createdAt.toISOString(),
    editedAtReal: row.editedAt?.toISOString() ?? null,
    resolvedBy: row.resolvedBy === null ? null : person(row.resolvedBy),
  }));
}

/** Members who may read journeys, by name: only they can be named in a comment. */
export async function listPeople({ db }: Pick<ServiceParts, 'db'>, { workspaceId }: Caller): Promise<readonly PersonView[]> {
  const members = await db.client.member.findMany({ where: { workspaceId }, select: { userId: true, role: true } });
  const ids = members.filter(({ role }) => may(role as Role, 'journeys.read')).map(({ userId }) => userId);
  return db.client.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, orderBy: { name: 'asc' } });
}

/** The newest comments that name the caller, in journeys of this workspace. */
export async function listMentions({ db }: Pick<ServiceParts, 'db'>, { workspaceId, userId }: Caller): Promise<readonly MentionView[]> {
  const rows = await db.client.commentMention.findMany({
    where: { userId, comment: { workspaceId } },
    include: { comment: true },
    orderBy: { comment: { createdAt: 'desc' } },
    take: MENTIONS_SHOWN,
  });
  const journeys = await db.client.journey.findMany({
    where: { workspaceId, id: { in: rows.map(({ comment }) => comment.journeyId) } },
    select: { id: true, name: true },
  });
  const person = await namesOf(
    db,
    rows.map(({ comment }) => comment.authorId),
  );
  return rows.flatMap(({ comment, readAt }) => {
    const journey = journeys.find(({ id }) => id === comment.journeyId);
    if (journey === undefined) return [];
    const { id: commentId, text, authorId, createdAt } = comment;
    return [{ commentId, journey, text, author: person(authorId), atReal: createdAt.toISOString(), read: readAt !== null }];
  });
}

/** Notes that the caller has seen comments that name them. */
export async function markMentionsRead(
  { db, clock }: Pick<ServiceParts, 'db' | 'clock'>,
  { userId, workspaceId }: Caller,
  { commentIds }: { commentIds: readonly string[] },
): Promise<void> {
  await db.client.commentMention.updateMany({
    where: { userId, commentId: { in: [...commentIds] }, readAt: null, comment: { workspaceId } },
    data: { readAt: new Date(clock.now()) },
  });
}
