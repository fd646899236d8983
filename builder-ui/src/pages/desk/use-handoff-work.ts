import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sentenceCode } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { useToasts } from '../../ui/toasts.tsx';
import type { Disposition } from './desk-answers.ts';
import type { Findings } from './find-out.tsx';

interface WorkOptions {
  readonly onAccepted: (id: string) => void;
  readonly onDisposed: () => void;
}

/** What an SDR does with a hand-off. Every answer of the API refreshes the inbox, so that a lost race shows at once. */
export function useHandoffWork({ onAccepted, onDisposed }: WorkOptions) {
  const { t } = useTranslation('desk');
  const { locale } = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.desk.pathKey() });
  const outrun = (error: unknown) => {
    toasts.failed(error);
    if (sentenceCode(error) !== null) void refresh();
  };

  const accept = useMutation(
    trpc.desk.accept.mutationOptions({
      onSuccess: async (_answer, { id }) => {
        await refresh();
        onAccepted(id);
      },
      onError: outrun,
    }),
  );
  const dispose = useMutation(trpc.desk.dispose.mutationOptions({ onError: outrun }));
  const saveNotes = useMutation(trpc.desk.saveNotes.mutationOptions());

  return {
    accepting: accept.isPending,
    disposing: dispose.isPending ? dispose.variables.disposition : null,
    accept: (id: string) => {
      if (!accept.isPending) accept.mutate({ id });
    },
    /** Records a disposition with the note as it stands, then says what it sets off. */
    dispose: (id: string, disposition: Disposition, note: string) => {
      if (dispose.isPending) return;
      dispose.mutate(
        { id, disposition: disposition.key, note },
        {
          onSuccess: () => {
            toasts.done(t('disposition.done', { name: disposition.name[locale], consequence: disposition.consequence[locale] }));
            onDisposed();
            void refresh();
          },
        },
      );
    },
    saveNotes: (id: string, findings: Findings) => saveNotes.mutateAsync({ id, ...findings }),
  };
}
