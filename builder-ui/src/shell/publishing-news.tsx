import { Button } from '@mantine/core';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/format.ts';
import css from './alerts.module.css';
import { useSession } from './session-context.ts';

type News = Answers['publishing']['news'][number];

/** How often to ask, in real ms. */
const LOOK_EVERY_MS = 20_000;

/** What of a journey's publishing needs somebody, on every page: a trial that was stopped, a request, what did not go live. */
export function PublishingNews() {
  const { t } = useTranslation('publishing');
  const { role } = useSession();
  const { data = [] } = useQuery(useTRPC().publishing.news.queryOptions(undefined, { enabled: role !== 'sdr', refetchInterval: LOOK_EVERY_MS }));
  // The journey's own page says it in its header.
  const { id } = useParams({ strict: false });
  const elsewhere = data.filter(({ journey }) => journey.id !== id);
  return (
    <section className={css['alerts']} aria-label={t('news.label')} aria-live="polite">
      {elsewhere.map((news) => (
        <div
          key={`${news.kind} ${news.journey.id}`}
          className={css['alert']}
          data-tone={news.kind === 'awaits-you' ? 'plain' : undefined}
          data-testid="publishing-news"
        >
          {news.kind === 'awaits-you' ? <IconUserCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />}
          <Sentence news={news} />
          <Button size="compact-sm" variant="default" component={Link} to={`/journeys/${news.journey.id}`}>
            {t('news.open')}
          </Button>
        </div>
      ))}
    </section>
  );
}

function Sentence({ news }: { readonly news: News }) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { name } = news.journey;
  if (news.kind !== 'trial-stopped') return <p>{t(`news.${news.kind}`, { name })}</p>;
  const rate = (value: number): string => format.count(Math.round(value * 10) / 10);
  return (
    <p>
      <b>{t('news.trial-stopped', { name, version: news.version })}</b>{' '}
      {t(`news.guard.${news.guard}`, { trial: rate(news.trial), live: rate(news.live) })}
    </p>
  );
}
