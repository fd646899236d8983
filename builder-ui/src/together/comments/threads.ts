import type { Answers } from '../../api/trpc.ts';

export type Comment = Answers['comments']['list'][number];
export type Person = Answers['comments']['people'][number];

/** A beginning and its answers, oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly answers: readonly Comment[];
}

export type ThreadFilter = 'open' | 'resolved' | 'all';

/** Comments by thread; the thread last written to comes first. */
export function threadsOf(comments: readonly Comment[], filter: ThreadFilter): readonly Thread[] {
  const lastOf = ({ first, answers }: Thread): string => answers.at(-1)?.atReal ?? first.atReal;
  return comments
    .filter(({ parentId, resolvedBy }) => parentId === null && (filter === 'all' || (filter === 'open') === (resolvedBy === null)))
    .map((first) => ({ first, answers: comments.filter(({ parentId }) => parentId === first.id) }))
    .sort((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
}

/** How many open threads each step has; steps without one are left out. */
export function openByStep(comments: readonly Comment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { nodeId, parentId, resolvedBy } of comments)
    if (nodeId !== null && parentId === null && resolvedBy === null) counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
  return counts;
}

/** Ids of the people whom a text names by `@name`. Of two names that begin alike the longer one counts. */
export function mentionedIn(text: string, people: readonly Person[]): readonly string[] {
  const found = new Set<string>();
  for (const piece of text.split('@').slice(1)) {
    const [longest] = people.filter(({ name }) => name !== '' && piece.startsWith(name)).sort((a, b) => b.name.length - a.name.length);
    if (longest) found.add(longest.id);
  }
  return [...found];
}

/** The part of a name that is being typed after an `@` at the end of a text; null if none is. */
export const typedName = (before: string): string | null => /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}]*)$/u.exec(before)?.[1] ?? null;
