import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NodeId } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import type { Answers } from '../../api/trpc.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { useEditor } from '../editor.ts';

/** What can be done to leads inside. */
export type OperationKind = Answers['operations']['start']['kind'];

/** Which leads: those who were chosen, or everybody whom the list shows. */
export type ChosenLeads =
  | { readonly runIds: string[] }
  | { readonly all: { readonly nodeId?: NodeId; readonly status?: string; readonly version?: number; readonly search?: string } };

/** Begins something for leads of the open journey; how far it is stands above the list. */
export function useOperation(onStarted: () => void) {
  const { t } = useTranslation('operate');
  const format = useFormat();
  const { journeyId } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const start = useMutation(
    trpc.operations.start.mutationOptions({
      onSuccess: async ({ total }) => {
        toasts.done(t('started', { count: total, formatted: format.count(total) }));
        onStarted();
        await queryClient.invalidateQueries({ queryKey: trpc.operations.latest.queryKey({ journeyId }) });
      },
      onError: toasts.failed,
    }),
  );
  const begin = (kind: OperationKind, leads: ChosenLeads, nodeId?: NodeId) =>
    start.mutate({ journeyId, kind, leads, ...(nodeId === undefined ? {} : { nodeId }) });
  return { begin, isPending: start.isPending };
}
