import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { ProblemList } from '../inspector/problem-list.tsx';
import { LeadsBack, type LeadsBackChoice } from '../publishing/leads-back.tsx';
import { usePublishingRefresh } from '../publishing/use-publishing.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useEditor } from './editor.ts';

/** Makes an older version live again, after a question; says what is in the way if it cannot go live as things are now. */
export function RollBack({ number }: { readonly number: number }) {
  const { t } = useTranslation('canvas');
  const { journeyId, readOnly } = useEditor();
  const trpc = useTRPC();
  const refresh = usePublishingRefresh();
  const [asking, setAsking] = useState(false);
  const [leads, setLeads] = useState<LeadsBackChoice>('finish');
  const { data: journey } = useQuery(trpc.journeys.get.queryOptions({ id: journeyId }));
  const rollBack = useMutation(
    trpc.journeys.rollBack.mutationOptions({
      // After a refusal too: another version may have gone live.
      onSettled: async () => {
        setAsking(false);
        await refresh(journeyId);
      },
    }),
  );
  const live = journey?.liveVersion ?? null;
  if (readOnly || journey === undefined || live === null || journey.status === 'archived') return null;
  const submit = () => rollBack.mutate({ id: journeyId, number, replaces: live, note: t('versions.rollBackNote', { number }), leads });
  const { data: result, error } = rollBack;
  return (
    <>
      {live !== number && (
        <Button variant="default" mt={8} loading={rollBack.isPending} onClick={() => setAsking(true)}>
          {t('versions.rollBack', { number })}
        </Button>
      )}
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('versions.rollBackTitle', { number })}
        closeButtonProps={{ 'aria-label': t('panel.close') }}
      >
        <Stack>
          <p>{t('versions.rollBackHelp', { live })}</p>
          <LeadsBack version={live} against={number} value={leads} onChange={setLeads} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('publish.cancel')}
            </Button>
            <Button data-testid="roll-back-submit" loading={rollBack.isPending} onClick={submit}>
              {t('versions.rollBack', { number })}
            </Button>
          </Group>
        </Stack>
      </Modal>
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
