import { ActionIcon, Menu } from '@mantine/core';
import { IconArchive, IconCopy, IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToasts } from '../../ui/toasts.tsx';

/** What can be done with a journey from the list. */
export function JourneyActions({ journey }: { readonly journey: Answers['journeys']['list'][number] }) {
  const { t } = useTranslation('journeys');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();
  const refresh = () => void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
  const duplicate = useMutation(trpc.journeys.duplicate.mutationOptions({ onSuccess: refresh, onError: toasts.failed }));
  const archive = useMutation(trpc.journeys.archive.mutationOptions({ onSuccess: refresh, onError: toasts.failed }));
  const ask = async () => {
    const question = {
      title: t('archive.title', { name: journey.name }),
      body: t('archive.body', { count: journey.inNow }),
      confirm: t('archive.confirm'),
      danger: true,
    };
    if (await confirm(question)) archive.mutate({ id: journey.id });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={t('actions', { name: journey.name })}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => duplicate.mutate({ id: journey.id })}>
          {t('duplicate')}
        </Menu.Item>
        {journey.status !== 'archived' && (
          <Menu.Item color="red" leftSection={<IconArchive size={15} />} onClick={() => void ask()}>
            {t('archive.action')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
