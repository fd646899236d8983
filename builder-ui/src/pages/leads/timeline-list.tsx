import { useTranslation } from 'react-i18next';
import { RelativeDate } from '../../ui/relative-date.tsx';
import { useSentence } from '../../ui/use-sentence.ts';
import type { TimelineRow } from './lead-answers.ts';
import css from './timeline.module.css';
import { TimelineIcon } from './timeline-icon.tsx';

interface TimelineListProps {
  readonly rows: readonly TimelineRow[];
  /** The journey that the list is about anyway, so that its rows need not name it. */
  readonly within?: string;
}

/** What happened to a lead, newest first: what it did, what it was sent, what journeys decided, and who talked to it. */
export function TimelineList({ rows, within }: TimelineListProps) {
  const { t } = useTranslation('leads');
  const sentence = useSentence('leads:happened');
  return (
    <ol className={css['list']}>
      {rows.map((row) => (
        <li key={row.id} className={css['row']}>
          <span className={css['when']}>
            <RelativeDate at={row.at} />
          </span>
          <TimelineIcon kind={row.kind} icon={row.icon} />
          <span className={css['text']}>
            {sentence(row.sentence)}
            {row.journey ? (
              <span className={css['journey']}>
                {' '}
                {row.journey.id === within
                  ? t('timeline.step', { node: row.journey.nodeName })
                  : t('timeline.journey', { name: row.journey.name, version: row.journey.version, node: row.journey.nodeName })}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
