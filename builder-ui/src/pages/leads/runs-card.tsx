import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { termInWords } from '@tendril/journey/sentences';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import { useSession } from '../../shell/session-context.ts';
import { Card } from '../../ui/card.tsx';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { RelativeDate } from '../../ui/relative-date.tsx';
import type { LeadRun } from './lead-answers.ts';
import css from './leads.module.css';
import { RunTrail } from './run-trail.tsx';

const TONES: Readonly<Record<LeadRun['status'], Tone>> = { running: 'live', done: 'plain', cancelled: 'plain', failed: 'bad' };

/** The journeys a lead is or was in: where it stands, until when, how it ended, and the whole trail of each. */
export function RunsCard({ runs }: { readonly runs: readonly LeadRun[] }) {
  const { t } = useTranslation('leads');
  return (
    <Card title={t('run.title')}>
      {runs.length === 0 ? (
        <p className="muted">{t('run.none')}</p>
      ) : (
        runs.map((run, index) => <RunItem key={run.id} run={run} startsOpen={index === 0} />)
      )}
    </Card>
  );
}

function RunItem({ run, startsOpen }: { readonly run: LeadRun; readonly startsOpen: boolean }) {
  const { t } = useTranslation('leads');
  const { role } = useSession();
  const [open, setOpen] = useState(startsOpen);
  return (
    <div className={css['run']}>
      <button type="button" className={css['runHead']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <b>{run.journeyName}</b>
        <span className="muted">v{run.version}</span>
        <Chip tone={TONES[run.status]}>{t(`run.status.${run.status}`)}</Chip>
        <span style={{ flex: 1 }} />
        <IconChevronDown size={15} aria-hidden style={{ transform: open ? 'rotate(180deg)' : undefined }} />
      </button>
      <p className={css['runWhere']}>
        <RunPlace run={run} />
        {role === 'sdr' ? null : (
          <>
            {' · '}
            <Link to="/journeys/$id/leads/$runId" params={{ id: run.journeyId, runId: run.id }} className={css['canvasLink']}>
              {t('run.canvas')}
            </Link>
          </>
        )}
      </p>
      {open ? <RunTrail runId={run.id} /> : null}
    </div>
  );
}

function RunPlace({ run }: { readonly run: LeadRun }) {
  const { t } = useTranslation('leads');
  const locale = useLocale();
  if (run.status !== 'running')
    return (
      <>
        {t('run.ended', { outcome: t(`run.outcome.${run.outcome}`, { defaultValue: termInWords(run.outcome ?? '', locale) }) })}
        {run.endedAt === null ? null : (
          <>
            {' · '}
            <RelativeDate at={run.endedAt} />
          </>
        )}
      </>
    );
  return (
    <>
      {t('run.at', { node: run.nodeName ?? '' })}
      {run.wakeAt === null ? null : (
        <>
          {' · '}
          {t('run.until')} <RelativeDate at={run.wakeAt} />
        </>
      )}
    </>
  );
}
