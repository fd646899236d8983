import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/format.ts';
import { RealDate } from '../ui/relative-date.tsx';
import { useToasts } from '../ui/toasts.tsx';
import css from './alerts.module.css';
import { useSession } from './session-context.ts';

type Alert = Answers['alerts']['list'][number];

/** How often to ask, in real ms. */
const LOOK_EVERY_MS = 20_000;

/** What has been stopped because too much of it failed, on every page of those who can do something about it. */
export function Alerts() {
  const { t } = useTranslation('shell');
  const { role } = useSession();
  const { data = [] } = useQuery(useTRPC().alerts.list.queryOptions(undefined, { enabled: role !== 'sdr', refetchInterval: LOOK_EVERY_MS }));
  return (
    <section className={css['alerts']} aria-label={t('alerts.label')} aria-live="polite">
      {data.map((alert) => (
        <div key={`${alert.channel} ${alert.journey?.id}`} className={css['alert']} data-testid="alert">
          <IconAlertTriangle size={17} aria-hidden />
          <Sentence alert={alert} />
          <WayOut alert={alert} mayWrite={role !== 'manager'} />
        </div>
      ))}
    </section>
  );
}

function Sentence({ alert }: { readonly alert: Alert }) {
  const { t } = useTranslation(['shell', 'leads']);
  const format = useFormat();
  const { channel, journey, tries, faults, lastFault, sinceReal, tryAtReal } = alert;
  const counted = { faults: format.count(faults), tries: format.count(tries) };
  return (
    <p title={lastFault}>
      <b>{journey === null ? t('alerts.channel', { channel: t(`leads:channel.${channel}`) }) : t('alerts.journey', { name: journey.name })}</b>{' '}
      <RealDate at={sinceReal} />. {t('alerts.why', counted)} {lastFault !== '' && <q>{lastFault.slice(0, 120)}</q>} {t('alerts.held')}{' '}
      {tryAtReal !== null && (
        <>
          {t('alerts.next')} <RealDate at={tryAtReal} />
        </>
      )}
    </p>
  );
}

function WayOut({ alert: { channel, journey }, mayWrite }: { readonly alert: Alert; readonly mayWrite: boolean }) {
  const { t } = useTranslation('shell');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const toasts = useToasts();
  const attempt = useMutation(
    trpc.alerts.tryChannel.mutationOptions({
      onSuccess: () => toasts.done(t('alerts.tried')),
      onError: toasts.failed,
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.alerts.list.queryKey() }),
    }),
  );
  if (journey !== null)
    return (
      <Button size="compact-sm" variant="default" component={Link} to={`/journeys/${journey.id}`}>
        {t('alerts.open')}
      </Button>
    );
  if (!mayWrite || (channel !== 'email' && channel !== 'wecom' && channel !== 'sms')) return null;
  return (
    <Button size="compact-sm" variant="default" loading={attempt.isPending} onClick={() => attempt.mutate({ channel })}>
      {t('alerts.tryNow')}
    </Button>
  );
}
