import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconRoute, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import type { Segment } from './segment-answers.ts';

/** What can be done with a segment from the list. The API refuses to delete one that journeys use, and names them. */
export function SegmentActions({
  segment,
  onEdit,
  onEnrol,
}: {
  readonly segment: Segment;
  readonly onEdit: (segment: Segment) => void;
  readonly onEnrol: (segment: Segment) => void;
}) {
  const { t } = useTranslation('segments');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();
  const { id, name } = segment;
  const remove = useMutation(
    trpc.segments.remove.mutationOptions({
      onError: toasts.failed,
      onSuccess: async () => {
        toasts.done(t('remove.done', { name }));
        await queryClient.invalidateQueries({ queryKey: trpc.segments.pathKey() });
        await queryClient.invalidateQueries({ queryKey: trpc.journeys.names.queryKey() });
      },
    }),
  );
  const ask = async () => {
    if (await confirm({ title: t('remove.title', { name }), body: t('remove.body'), confirm: t('remove.confirm'), danger: true }))
      remove.mutate({ id });
  };
  return (
    <Menu position="bottom-end" shadow="md" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={t('actions', { name })}>
          <IconDots size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRoute size={15} />} onClick={() => onEnrol(segment)}>
          {t('enrol.open')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => onEdit(segment)}>
          {t('edit')}
        </Menu.Item>
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => void ask()}>
          {t('remove.action')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
