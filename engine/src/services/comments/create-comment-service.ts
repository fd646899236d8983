import type { CommentView, MentionView, PersonView } from '../../api/comment-views.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { listComments, listMentions, listPeople, markMentionsRead } from './read-comments.ts';
import { addComment, type CommentInput, editComment, removeComment, resolveThread } from './write-comments.ts';

/** What people say about a journey beside it. Everybody who may read journeys may say something. */
export interface CommentService {
  list(caller: Caller, input: { id: string }): Promise<readonly CommentView[]>;
  /** Who may be named: everybody who may read journeys. */
  people(caller: Caller): Promise<readonly PersonView[]>;
  /** Refuses with `comment.missing` if what is answered is gone. */
  add(caller: Caller, input: CommentInput): Promise<{ id: string }>;
  /** Refuses with `comment.missing`, `comment.not-yours`. */
  edit(caller: Caller, input: { commentId: string; text: string; mentions: readonly string[] }): Promise<void>;
  /** Refuses with `comment.missing`, `comment.not-yours`, `comment.answered`. */
  remove(caller: Caller, input: { commentId: string }): Promise<void>;
  /** Settles a thread or opens it again; refuses with `comment.missing`. */
  resolve(caller: Caller, input: { commentId: string; resolved: boolean }): Promise<void>;
  /** The newest comments that name the caller. */
  mentions(caller: Caller): Promise<readonly MentionView[]>;
  markRead(caller: Caller, input: { commentIds: readonly string[] }): Promise<void>;
}

/** Builds the service. */
export function createCommentService(parts: Pick<ServiceParts, 'db' | 'clock'>): CommentService {
  return {
    list: (caller, input) => listComments(parts, caller, input),
    people: (caller) => listPeople(parts, caller),
    add: (caller, input) => addComment(parts, caller, input),
    edit: (caller, input) => editComment(parts, caller, input),
    remove: (caller, input) => removeComment(parts, caller, input),
    resolve: (caller, input) => resolveThread(parts, caller, input),
    mentions: (caller) => listMentions(parts, caller),
    markRead: (caller, input) => markMentionsRead(parts, caller, input),
  };
}
