import { Button, Progress } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { ImportJob } from './import-answers.ts';
import css from './imports.module.css';

/** An import under way: how far it is, and the way to stop it. It goes on without this page. */
export function ImportProgress({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const cancel = useCancelImport(job);
  const share = job.total > 0 ? job.done / job.total : 0;
  return (
    <Card title={t(`status.${job.status}`)}>
      <Progress value={share * 100} size="lg" aria-label={t('progress.label')} animated={job.status === 'running'} />
      <div className={css['progress']}>
        <p className="num" aria-live="polite">
          {t('progress.done', { done: format.count(job.done), total: format.count(job.total), share: format.percent(share) })}
          <br />
          <span className="muted">
            {t('progress.counts', { imported: format.count(job.imported), merged: format.count(job.merged), refused: format.count(job.refused) })}
          </span>
        </p>
        <Button variant="default" loading={cancel.pending} onClick={cancel.ask}>
          {t('cancel.do')}
        </Button>
      </div>
      <p className="muted">{t('progress.help')}</p>
    </Card>
  );
}

/** Asks, then stops an import; lines already imported stay. */
export function useCancelImport(job: ImportJob) {
  const { t } = useTranslation('imports');
  const confirm = useConfirm();
  const toasts = useToasts();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cancel = useMutation(
    trpc.imports.cancel.mutationOptions({
      onError: toasts.failed,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.imports.pathKey() }),
    }),
  );
  const ask = () => {
    const begun = job.status !== 'uploaded';
    void confirm({
      title: t('cancel.title', { fileName: job.fileName }),
      body: t(begun ? 'cancel.bodyBegun' : 'cancel.body'),
      confirm: t('cancel.do'),
      danger: true,
    }).then((yes) => {
      if (yes) cancel.mutate({ jobId: job.id });
    });
  };
  return { ask, pending: cancel.isPending };
}
