import { Button, Group, Progress, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useToasts } from '../../ui/toasts.tsx';

type Bulk = Answers['bulk']['list'][number];

const isOn = ({ status }: Bulk): boolean => status === 'queued' || status === 'running';

/** Leads on their way into journeys in the background, and the newest that are through. They go on without this page. */
export function BulkList({ mayStop }: { readonly mayStop: boolean }) {
  const { t } = useTranslation('segments');
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.bulk.list.queryOptions({}, { staleTime: 0, refetchInterval: ({ state }) => (state.data?.some(isOn) ? 1_000 : 5_000) }),
  );
  if (error) return <ErrorNotice error={error} />;
  if (data === undefined || data.length === 0) return null;
  return (
    <Card title={t('bulk.title')}>
      <Stack gap="sm">
        {data.map((bulk) => (
          <BulkRow key={bulk.id} bulk={bulk} mayStop={mayStop} />
        ))}
      </Stack>
    </Card>
  );
}

function BulkRow({ bulk, mayStop }: { readonly bulk: Bulk; readonly mayStop: boolean }) {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const toasts = useToasts();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(
    trpc.bulk.stop.mutationOptions({
      onError: toasts.failed,
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.bulk.pathKey() }),
    }),
  );
  const { source, journey, total, done, enrolled, status } = bulk;
  const name = source.type === 'segment' ? source.name : source.type === 'import' ? source.fileName : t(`bulk.source.${source.type}`);
  const words = { done: format.count(done), total: format.count(total), enrolled: format.count(enrolled) };
  return (
    <div role="status" data-testid="bulk">
      <Group justify="space-between" wrap="nowrap">
        <span className="num">
          {name} →{' '}
          <Link to="/journeys/$id" params={{ id: journey.id }}>
            {journey.name}
          </Link>
          <span className="muted">
            {' · '}
            {t(`bulk.${status}`, words)}
            {isOn(bulk) && ` · ${bulk.perMinute === null ? t('enrol.fast') : t('bulk.rate', { rate: format.count(bulk.perMinute) })}`}
          </span>
        </span>
        {isOn(bulk) && mayStop && (
          <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate({ journeyId: journey.id, id: bulk.id })}>
            {t('bulk.stop')}
          </Button>
        )}
      </Group>
      {isOn(bulk) && <Progress mt={6} value={total === 0 ? 0 : Math.min(100, (done / total) * 100)} aria-label={t('bulk.running', words)} />}
    </div>
  );
}
