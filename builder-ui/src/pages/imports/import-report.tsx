import { Alert, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { RealDate } from '../../ui/relative-date.tsx';
import type { ImportJob } from './import-answers.ts';
import { ImportLines } from './import-lines.tsx';
import css from './imports.module.css';

const COUNTS = ['imported', 'merged', 'refused'] as const;

/** What became of the file: counts, every line with its reasons, and the same as a file. */
export function ImportReport({ job }: { readonly job: ImportJob }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <div className={css['steps']}>
      {job.status === 'failed' ? (
        <Alert color="red" title={t('failed.title')}>
          {t('failed.text', { reason: job.error ?? '–' })}
        </Alert>
      ) : null}
      <Card
        title={
          <>
            {t(`status.${job.status}`)} {job.finishedAtReal === null ? null : <RealDate at={job.finishedAtReal} />}
          </>
        }
        aside={
          <Button
            component="a"
            href={`/api/imports/${job.id}/report.csv?locale=${format.locale}`}
            download
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('report.download')}
          </Button>
        }
      >
        <dl className={css['counts']}>
          {COUNTS.map((key) => (
            <div key={key}>
              <dt>{t(`outcome.${key}`)}</dt>
              <dd>{format.count(job[key])}</dd>
              <dd className={css['countHelp']}>{t(`outcomeHelp.${key}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <ImportLines job={job} />
    </div>
  );
}
