/** Somebody of the workspace. */
export interface PersonView {
  readonly id: string;
  readonly name: string;
}

/** What somebody says about a journey. Instants are real time, ISO 8601. */
export interface CommentView {
  readonly id: string;
  /** Null for the beginning of a thread. */
  readonly parentId: string | null;
  /** The step it is pinned to; null for a place. */
  readonly nodeId: string | null;
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly text: string;
  readonly author: PersonView;
  /** Whether the reader wrote it and so may change it. */
  readonly mine: boolean;
  readonly mentions: readonly PersonView[];
  readonly atReal: string;
  readonly editedAtReal: string | null;
  /** Who settled the thread; null while it is open. */
  readonly resolvedBy: PersonView | null;
}

/** A comment that names the reader. */
export interface MentionView {
  readonly commentId: string;
  readonly journey: { readonly id: string; readonly name: string };
  readonly text: string;
  readonly author: PersonView;
  readonly atReal: string;
  readonly read: boolean;
}
