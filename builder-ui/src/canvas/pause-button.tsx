import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useEditor } from './editor.ts';

type Journey = Answers['journeys']['get'];

/** What a page shows of a journey is asked for again after its state was changed. */
export function useJourneyRefresh(): (id: string) => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async (id) => {
    void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
    await queryClient.invalidateQueries({ queryKey: trpc.journeys.get.queryKey({ id }) });
  };
}

/** Pauses a live journey, or opens the question how a paused one goes on. */
export function PauseButton({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const confirm = useConfirm();
  const toasts = useToasts();
  const refresh = useJourneyRefresh();
  const pause = useMutation(
    useTRPC().journeys.pause.mutationOptions({
      onSuccess: async () => {
        await refresh(journey.id);
        toasts.done(t('pause.done'));
      },
      onError: toasts.failed,
    }),
  );
  if (journey.status === 'paused') {
    return (
      <Tooltip label={t('resume.action')}>
        <ActionIcon variant="light" data-testid="resume" aria-label={t('resume.action')} onClick={() => editor.view.setState({ dialog: 'resume' })}>
          <IconPlayerPlay size={18} />
        </ActionIcon>
      </Tooltip>
    );
  }
  if (journey.status !== 'live') return null;
  const ask = async () => {
    const question = { title: t('pause.title', { name: journey.name }), body: t('pause.body'), confirm: t('pause.confirm') };
    if (await confirm(question)) pause.mutate({ id: journey.id });
  };
  return (
    <Tooltip label={t('pause.action')}>
      <ActionIcon data-testid="pause" aria-label={t('pause.action')} loading={pause.isPending} onClick={() => void ask()}>
        <IconPlayerPause size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
