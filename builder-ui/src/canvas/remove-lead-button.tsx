import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useEditor } from './editor.ts';

/** Takes one lead out of the journey, after asking. */
export function RemoveLeadButton({ runId, name }: { readonly runId: string; readonly name: string }) {
  const { t } = useTranslation('canvas');
  const { journeyId } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const confirm = useConfirm();
  const toasts = useToasts();
  const remove = useMutation(
    trpc.journeys.removeLeads.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.journeys.trail.queryKey({ runId }) });
        toasts.done(t('remove.done'));
      },
      onError: toasts.failed,
    }),
  );
  const ask = async () => {
    const question = { title: t('remove.title', { name }), body: t('remove.body'), confirm: t('remove.confirm'), danger: true };
    if (await confirm(question)) remove.mutate({ id: journeyId, runIds: [runId] });
  };
  return (
    <Button size="compact-sm" variant="subtle" color="red" data-testid="remove-lead" loading={remove.isPending} onClick={() => void ask()}>
      {t('remove.action')}
    </Button>
  );
}
