import { useQuery } from '@tanstack/react-query';
import { conditionInWords, termInWords } from '@tendril/journey/sentences';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useLocale } from '../i18n/format.ts';
import { Chip, type Tone } from '../ui/chip.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RelativeDate } from '../ui/relative-date.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useSentence } from '../ui/use-sentence.ts';
import css from './explanation.module.css';

export type Explained = Answers['explain']['lead'];

const TONES: Readonly<Record<Explained['standing'], Tone>> = {
  inside: 'live',
  'in-line': 'warn',
  left: 'plain',
  failed: 'bad',
  refused: 'warn',
  never: 'plain',
};

/** Why a lead is where it is in a journey, what decided that, what did not go out, and what comes next. */
export function Explanation({ journeyId, leadId }: { readonly journeyId: string; readonly leadId: string }) {
  const query = useQuery(useTRPC().explain.lead.queryOptions({ journeyId, leadId }, { refetchInterval: 5_000 }));
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={5} />}>
      {(explained) => (
        <div className={css['explanation']} data-testid="explanation" data-standing={explained.standing}>
          <Headline explained={explained} />
          <Next explained={explained} />
          <Entries explained={explained} />
          <Decisions explained={explained} />
          <Unsent explained={explained} />
        </div>
      )}
    </Loaded>
  );
}

function Headline({ explained }: { readonly explained: Explained }) {
  const { t } = useTranslation('explain');
  const locale = useLocale();
  const sentence = useSentence('leads:happened');
  const { standing, since, step, because, outcome, journey } = explained;
  return (
    <>
      <p className={css['chips']}>
        <Chip tone={TONES[standing]}>{t(`standing.${standing}`)}</Chip>
        {standing === 'left' && outcome !== null && <Chip>{termInWords(outcome, locale)}</Chip>}
        {since !== null && standing !== 'never' && (
          <span className="muted">
            {t(`since.${standing}`)} <RelativeDate at={since} />
          </span>
        )}
      </p>
      {because !== null && (
        <p className={css['because']}>
          {step !== null && <b>{t('at', { step: step.name })}</b>}
          {sentence(because)}
        </p>
      )}
      {standing === 'inside' && because === null && <p>{t('justIn')}</p>}
      {standing === 'never' && journey.status !== 'live' && <p>{t(`notLive.${journey.status}`)}</p>}
      <Waiting explained={explained} />
    </>
  );
}

function Waiting({ explained: { until, waitsFor } }: { readonly explained: Explained }) {
  const { t } = useTranslation('explain');
  const locale = useLocale();
  if (until === null && waitsFor.length === 0) return null;
  return (
    <p>
      {until !== null && (
        <>
          {t('until')} <RelativeDate at={until} />
          {waitsFor.length > 0 ? ', ' : '. '}
        </>
      )}
      {waitsFor.length > 0 && (
        <>
          {t(until === null ? 'when' : 'orWhen', { count: waitsFor.length })} {waitsFor.map((event) => termInWords(event, locale)).join(', ')}.
        </>
      )}
    </p>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3 className={css['title']}>{title}</h3>
      <ul className={css['list']}>{children}</ul>
    </section>
  );
}

function Next({ explained: { next } }: { readonly explained: Explained }) {
  const { t } = useTranslation('explain');
  if (next.length === 0) return null;
  return (
    <Part title={t('next.title')}>
      {next.map(({ way, name }) => (
        <li key={`${way} ${name}`}>
          {way !== null && <span className="muted">{t('next.by', { way })}</span>}
          {name}
        </li>
      ))}
    </Part>
  );
}

function Entries({ explained: { entries } }: { readonly explained: Explained }) {
  const { t } = useTranslation('explain');
  const locale = useLocale();
  const sentence = useSentence('explain');
  if (entries.length === 0) return null;
  return (
    <Part title={t('entries.title')}>
      {entries.map(({ nodeId, name, because, condition }) => (
        <li key={nodeId}>
          <b>{t('at', { step: name })}</b>
          {sentence(because)}
          {condition !== null && <div className="muted">{t('entries.watches', { condition: conditionInWords(condition, locale) })}</div>}
        </li>
      ))}
    </Part>
  );
}

function Decisions({ explained: { decisions } }: { readonly explained: Explained }) {
  const { t } = useTranslation('explain');
  const sentence = useSentence('leads:happened');
  if (decisions.length === 0) return null;
  return (
    <Part title={t('decisions.title')}>
      {decisions.map(({ id, nodeName, because, at }) => (
        <li key={id}>
          <b>{nodeName}</b> {sentence(because)}{' '}
          <span className="muted">
            <RelativeDate at={at} />
          </span>
        </li>
      ))}
    </Part>
  );
}

function Unsent({ explained: { unsent } }: { readonly explained: Explained }) {
  const { t } = useTranslation(['explain', 'leads']);
  const sentence = useSentence('messages:reason');
  if (unsent.length === 0) return null;
  return (
    <Part title={t('unsent.title')}>
      {unsent.map(({ id, nodeName, channel, status, reason, at }) => (
        <li key={id}>
          <b>{nodeName}</b> <Chip tone={status === 'failed' ? 'bad' : 'warn'}>{t(`status.${status}`, { defaultValue: status })}</Chip>{' '}
          <span className="muted">
            {t(`leads:channel.${channel}`, { defaultValue: channel })} · <RelativeDate at={at} />
          </span>
          {reason !== null && <div>{sentence(reason)}</div>}
        </li>
      ))}
    </Part>
  );
}
