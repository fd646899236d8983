import { Button } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { CreateKey } from './create-key.tsx';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';
import type { IntakeKey } from './settings-answers.ts';

/** The keys by which sites and services may send events. */
export function IntakeKeysSection() {
  const { t } = useTranslation('settings');
  const [creating, setCreating] = useState(false);
  const query = useQuery(useTRPC().settings.intakeKeys.queryOptions());
  const columns = useColumns();
  const create = (
    <Button leftSection={<IconKey size={15} aria-hidden />} onClick={() => setCreating(true)}>
      {t('keys.create')}
    </Button>
  );
  return (
    <>
      <SectionHead note={t('keys.note')}>{create}</SectionHead>
      <DataTable<IntakeKey>
        label={t('section.keys')}
        columns={columns}
        rows={query.data}
        rowKey={(key) => key.id}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={
          <EmptyNotice title={t('keys.emptyTitle')} action={create}>
            {t('keys.emptyText')}
          </EmptyNotice>
        }
      />
      <CreateKey opened={creating} onClose={() => setCreating(false)} />
    </>
  );
}

function useColumns(): readonly Column<IntakeKey>[] {
  const { t } = useTranslation('settings');
  return useMemo(
    () => [
      {
        key: 'name',
        header: t('keys.name'),
        cell: ({ name, revokedAtReal }) => <b className={revokedAtReal === null ? css['strong'] : css['revoked']}>{name}</b>,
      },
      { key: 'hint', header: t('keys.hint'), width: '110px', cell: ({ hint }) => <code>…{hint}</code> },
      { key: 'created', header: t('keys.createdAt'), width: '130px', cell: ({ createdAtReal }) => <RealDate at={createdAtReal} /> },
      {
        key: 'state',
        header: t('keys.state'),
        width: '200px',
        cell: (key) =>
          key.revokedAtReal === null ? (
            <RevokeKey intakeKey={key} />
          ) : (
            <span className="muted">
              {t('keys.revoked')} <RealDate at={key.revokedAtReal} />
            </span>
          ),
      },
    ],
    [t],
  );
}

function RevokeKey({ intakeKey: { id, name } }: { readonly intakeKey: IntakeKey }) {
  const { t } = useTranslation('settings');
  const confirm = useConfirm();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const revoke = useMutation(
    trpc.settings.revokeIntakeKey.mutationOptions({
      onError: toasts.failed,
      onSuccess: () => toasts.done(t('keys.revokedToast', { name })),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.settings.intakeKeys.queryKey() }),
    }),
  );
  const ask = async () => {
    const yes = await confirm({ title: t('keys.revokeTitle', { name }), body: t('keys.revokeBody'), confirm: t('keys.revoke'), danger: true });
    if (yes) revoke.mutate({ id });
  };
  return (
    <Button variant="default" loading={revoke.isPending} onClick={() => void ask()}>
      {t('keys.revoke')}
    </Button>
  );
}
