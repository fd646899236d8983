import { Button, Group, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useEditor } from './editor.ts';

/** How far the newest move of leads (to version `of`, if given) is, and a way to stop it. Nothing if there is none. */
export function MoveProgress({ of }: { readonly of?: number | null }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const { journeyId: id, readOnly } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isOn = (status: string | undefined) => status === 'queued' || status === 'running';
  const { data: move, error } = useQuery(
    trpc.journeys.move.queryOptions({ id }, { staleTime: 0, refetchInterval: ({ state }) => (isOn(state.data?.status) ? 1_000 : false) }),
  );
  const cancel = useMutation(
    trpc.journeys.cancelMove.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.journeys.move.queryKey({ id }) }),
    }),
  );
  if (error) return <ErrorNotice error={error} />;
  if (!move || (of !== undefined && move.version !== of)) return null;
  const { version, status, total, done, moved, later, left } = move;
  const words = { count: moved, moved: format.count(moved), version };
  return (
    <div role="status" data-testid="move-progress">
      <Group justify="space-between" wrap="nowrap">
        <span className="num">{t(`move.${status}`, words)}</span>
        {isOn(status) && !readOnly && (
          <Button variant="default" size="xs" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t('move.cancel')}
          </Button>
        )}
      </Group>
      {later > 0 && <p className="muted">{t('move.later', { count: later, formatted: format.count(later) })}</p>}
      {left > 0 && <p className="muted">{t('move.left', { count: left, formatted: format.count(left) })}</p>}
      {isOn(status) && <Progress mt={6} value={total === 0 ? 0 : Math.min(100, (done / total) * 100)} aria-label={t('move.running', words)} />}
      {cancel.error && <ErrorNotice error={cancel.error} />}
    </div>
  );
}
