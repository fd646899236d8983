import { type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useEditor } from '../../canvas/editor.ts';
import { useToasts } from '../../ui/toasts.tsx';

/** How often to look for what others have said, in real ms. */
const LOOK_EVERY_MS = 10_000;

/** What is said about the open journey. */
export function useComments(): UseQueryResult<Answers['comments']['list'], unknown> {
  const { journeyId } = useEditor();
  return useQuery(useTRPC().comments.list.queryOptions({ id: journeyId }, { refetchInterval: LOOK_EVERY_MS }));
}

/** The people who may be named. */
export const usePeople = (): Answers['comments']['people'] =>
  useQuery(useTRPC().comments.people.queryOptions(undefined, { staleTime: 60_000 })).data ?? [];

/** What one can do with comments. Each deed shows at once what has become of it. */
export function useCommentDeeds() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toasts = useToasts();
  const then = { onError: toasts.failed, onSettled: () => queries.invalidateQueries({ queryKey: trpc.comments.list.queryKey() }) };
  return {
    add: useMutation(trpc.comments.add.mutationOptions(then)),
    edit: useMutation(trpc.comments.edit.mutationOptions(then)),
    remove: useMutation(trpc.comments.remove.mutationOptions(then)),
    resolve: useMutation(trpc.comments.resolve.mutationOptions(then)),
  };
}
