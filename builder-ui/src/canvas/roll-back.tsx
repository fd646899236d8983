import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { ProblemList } from '../inspector/problem-list.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useEditor } from './editor.ts';

/** Makes an older version live again, after a question; says what is in the way if it cannot go live as things are now. */
export function RollBack({ number }: { readonly number: number }) {
  const { t } = useTranslation('canvas');
  const { journeyId, readOnly } = useEditor();
  const confirm = useConfirm();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: journey } = useQuery(trpc.journeys.get.queryOptions({ id: journeyId }));
  const rollBack = useMutation(
    trpc.journeys.rollBack.mutationOptions({
      // After a refusal too: another version may have gone live.
      onSettled: async () => {
        void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
        void queryClient.invalidateQueries({ queryKey: trpc.journeys.versions.queryKey({ id: journeyId }) });
        await queryClient.invalidateQueries({ queryKey: trpc.journeys.get.queryKey({ id: journeyId }) });
      },
    }),
  );
  const live = journey?.liveVersion ?? null;
  if (readOnly || journey === undefined || live === null || journey.status === 'archived') return null;
  const ask = async () => {
    const sure = await confirm({
      title: t('versions.rollBackTitle', { number }),
      body: t('versions.rollBackHelp', { live }),
      confirm: t('versions.rollBack', { number }),
    });
    if (sure) rollBack.mutate({ id: journeyId, number, replaces: live, note: t('versions.rollBackNote', { number }) });
  };
  const { data: result, error } = rollBack;
  return (
    <>
      {live !== number && (
        <Button variant="default" mt={8} loading={rollBack.isPending} onClick={() => void ask()}>
          {t('versions.rollBack', { number })}
        </Button>
      )}
      {result?.ok && <p>{t('versions.rolledBack', { version: result.version, number })}</p>}
      {result?.ok === false && (
        <Alert color="red" variant="light" mt={8} title={t('versions.rollBackBlocked', { number })}>
          <ProblemList problems={result.diagnostics} withStep />
        </Alert>
      )}
      {error && <ErrorNotice error={error} />}
    </>
  );
}
