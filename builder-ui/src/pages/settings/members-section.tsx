import { Button, Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useSession } from '../../shell/session-context.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyNotice } from '../../ui/empty-notice.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { AddMember } from './add-member.tsx';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';
import { type Member, ROLES, type Role } from './settings-answers.ts';

/** Who can log in, and as what. */
export function MembersSection() {
  const { t } = useTranslation('settings');
  const [adding, setAdding] = useState(false);
  const query = useQuery(useTRPC().settings.members.queryOptions());
  const columns = useColumns();
  return (
    <>
      <SectionHead note={t('members.note')}>
        <Button leftSection={<IconUserPlus size={15} aria-hidden />} onClick={() => setAdding(true)}>
          {t('members.add')}
        </Button>
      </SectionHead>
      <DataTable<Member>
        label={t('section.members')}
        columns={columns}
        rows={query.data}
        rowKey={(member) => member.userId}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={<EmptyNotice title={t('members.emptyTitle')}>{t('members.emptyText')}</EmptyNotice>}
      />
      <AddMember opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function useColumns(): readonly Column<Member>[] {
  const { t } = useTranslation('settings');
  return useMemo(
    () => [
      { key: 'name', header: t('members.name'), cell: ({ name }) => <b className={css['strong']}>{name}</b> },
      { key: 'email', header: t('members.email'), cell: ({ email }) => email },
      { key: 'wecom', header: t('members.wecom'), optional: true, cell: ({ wecomUserId }) => wecomUserId ?? <span className="muted">–</span> },
      { key: 'role', header: t('members.role'), width: '170px', cell: (member) => <RoleChoice member={member} /> },
    ],
    [t],
  );
}

function RoleChoice({ member }: { readonly member: Member }) {
  const { t } = useTranslation(['settings', 'shell']);
  const { user } = useSession();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const setRole = useMutation(
    trpc.settings.setRole.mutationOptions({
      onSuccess: (_answer, { role }) => {
        toasts.done(t('members.roleSet', { name: member.name, role: t(`shell:role.${role}`) }));
        if (member.userId === user.id) void queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() });
      },
      onError: toasts.failed,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.settings.members.queryKey() }),
    }),
  );
  return (
    <Select
      aria-label={t('members.roleOf', { name: member.name })}
      data={ROLES.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
      value={setRole.isPending ? setRole.variables.role : member.role}
      disabled={setRole.isPending}
      onChange={(value) => setRole.mutate({ userId: member.userId, role: value as Role })}
    />
  );
}
