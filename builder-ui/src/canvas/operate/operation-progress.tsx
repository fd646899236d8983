import { Button, Group, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useEditor } from '../editor.ts';

/** How far the newest operation on leads is, who was left as they are and why, and a way to stop it. */
export function OperationProgress() {
  const { t } = useTranslation('operate');
  const format = useFormat();
  const { journeyId, readOnly } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const isOn = (status: string | undefined) => status === 'queued' || status === 'running';
  const { data: operation, error } = useQuery(
    trpc.operations.latest.queryOptions({ journeyId }, { staleTime: 0, refetchInterval: ({ state }) => (isOn(state.data?.status) ? 1_000 : false) }),
  );
  const cancel = useMutation(
    trpc.operations.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.operations.latest.queryKey({ journeyId }) }),
    }),
  );
  if (error) return <ErrorNotice error={error} />;
  if (!operation) return null;
  const { id, kind, status, total, done, changed, refused } = operation;
  const figures = { count: changed, changed: format.count(changed), total: format.count(total) };
  return (
    <div role="status" data-testid="operation">
      <Group justify="space-between" wrap="nowrap">
        <span className="num">
          {t(`kind.${kind}`)}: {t(`status.${status}`, figures)}
        </span>
        {isOn(status) && !readOnly && (
          <Button variant="default" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate({ id })}>
            {t('stop')}
          </Button>
        )}
      </Group>
      {isOn(status) && <Progress value={total === 0 ? 100 : (done / total) * 100} aria-label={t('progress')} mt={6} />}
      {Object.entries(refused).map(([why, count]) => (
        <p key={why} className="muted">
          {t(`refused.${why}`, { count, formatted: format.count(count) })}
        </p>
      ))}
    </div>
  );
}
