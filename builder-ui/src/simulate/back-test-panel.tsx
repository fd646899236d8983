import { Alert, Button, Progress, Select } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence.ts';
import { useEditor } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RealDate } from '../ui/relative-date.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import css from './back-test.module.css';
import { BackTestLeads, BackTestTable } from './back-test-table.tsx';
import { type BackTest, isUnderWay, useBackTest, useComparedSteps } from './use-back-test.ts';

/** Over how many past days a draft may be played. */
const DAYS = [7, 30, 90, 180];

interface ProgressProps {
  readonly job: BackTest;
  readonly onCancel: () => void;
  readonly busy: boolean;
}

function JobState({ job, onCancel, busy }: ProgressProps) {
  const { t } = useTranslation('tryout');
  const format = useFormat();
  const { readOnly } = useEditor();
  const words = { count: job.done, done: format.count(job.done), total: format.count(job.total), days: job.days };
  return (
    <div className={css['state']} role="status" data-testid="back-test-state" data-status={job.status}>
      <span className="num">
        {t(`backTest.status.${job.status}`, words)} <RealDate at={job.startedAtReal} />
      </span>
      {isUnderWay(job) && (
        <>
          <Progress
            className={css['progress'] ?? ''}
            value={job.total === 0 ? 0 : Math.min(100, (job.done / job.total) * 100)}
            aria-label={t('backTest.status.running', words)}
          />
          {!readOnly && (
            <Button variant="default" size="xs" loading={busy} onClick={onCancel}>
              {t('backTest.cancel')}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function Found({ job }: { readonly job: BackTest | null }) {
  const { t } = useTranslation('tryout');
  useComparedSteps(job);
  if (job === null) return <p className="muted">{t('backTest.none')}</p>;
  if (job.tally === null) return null;
  const known = { ...job, tally: job.tally };
  return (
    <div className={css['found']}>
      <BackTestTable job={known} />
      <BackTestLeads job={known} />
    </div>
  );
}

/** Plays the leads of the last days through the draft beside the live version; what it finds stands here and on the steps. */
export function BackTestPanel() {
  const { t } = useTranslation('tryout');
  const sentence = useErrorSentence();
  const { readOnly } = useEditor();
  const { query, start, cancel, busy, error } = useBackTest();
  const [days, setDays] = useState(30);
  const job = query.data ?? null;
  return (
    <section className={css['panel']} aria-label={t('backTest.title')}>
      <div className={css['head']}>
        <Select
          w={170}
          aria-label={t('backTest.howLong')}
          allowDeselect={false}
          data={DAYS.map((each) => ({ value: String(each), label: t('backTest.lastDays', { count: each }) }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
        />
        {!readOnly && (
          <Button leftSection={<IconHistory size={15} />} loading={busy} onClick={() => start(days)}>
            {t('backTest.start')}
          </Button>
        )}
        <span className="muted">{t('backTest.help')}</span>
      </div>
      {Boolean(error) && (
        <Alert color="red" role="alert">
          {sentence(error)}
        </Alert>
      )}
      {job !== null && <JobState job={job} onCancel={cancel} busy={busy} />}
      <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
        {(found) => <Found job={found} />}
      </Loaded>
    </section>
  );
}
