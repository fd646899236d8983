import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useSentence } from '../../ui/use-sentence.ts';
import { ScoreText } from '../leads/score-text.tsx';
import css from './desk.module.css';
import type { Disposition, InboxRow, Tab } from './desk-answers.ts';
import { TimeLeftChip } from './time-left-chip.tsx';

interface InboxListProps {
  readonly tab: Tab;
  readonly rows: readonly InboxRow[];
  readonly selected: string | undefined;
  readonly dispositions: readonly Disposition[];
}

/** The ranked list: who, why, how strong and how long is left. */
export function InboxList({ tab, rows, selected, dispositions }: InboxListProps) {
  const { t } = useTranslation('desk');
  return (
    <ul className={css['rows']} aria-label={t(`tab.${tab}`)}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            to="/desk/$id"
            params={{ id: row.id }}
            search={(before: Record<string, unknown>) => before}
            replace
            className={css['row']}
            aria-current={row.id === selected ? 'true' : undefined}
            ref={(element: HTMLAnchorElement | null) => {
              if (row.id === selected) element?.scrollIntoView?.({ block: 'nearest' });
            }}
          >
            <RowText row={row} />
            <span className={css['rowEnd']}>
              <ScoreText score={row.score} grade={row.grade} />
              <RowState row={row} dispositions={dispositions} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function RowText({ row }: { readonly row: InboxRow }) {
  const { t } = useTranslation('desk');
  const sentence = useSentence('desk:why');
  return (
    <span className={css['rowText']}>
      <span className={css['rowName']}>
        <b>{row.leadName ?? t('nameless')}</b> <span className="muted">{row.company}</span>
      </span>
      <span className={css['rowWhy']}>{row.why.slice(0, 2).map(sentence).join(' · ')}</span>
    </span>
  );
}

function RowState({ row, dispositions }: { readonly row: InboxRow; readonly dispositions: readonly Disposition[] }) {
  const { t } = useTranslation('desk');
  const { locale } = useFormat();
  if (row.status === 'open' || row.status === 'accepted') return <TimeLeftChip row={row} />;
  const disposition = dispositions.find(({ key }) => key === row.disposition);
  return <span className="chip">{disposition?.name[locale] ?? row.disposition ?? t(`status.${row.status}`)}</span>;
}

const SKELETONS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** The list's layout while it is on its way. */
export function InboxSkeleton() {
  return (
    <div className={css['rows']} aria-hidden="true">
      {SKELETONS.map((key) => (
        <div key={key} className={css['row']}>
          <span className={css['rowText']}>
            <Skeleton height={13} width="55%" mb={8} />
            <Skeleton height={11} width="80%" />
          </span>
          <span className={css['rowEnd']}>
            <Skeleton height={13} width={48} />
            <Skeleton height={18} width={44} radius="xl" />
          </span>
        </div>
      ))}
    </div>
  );
}
