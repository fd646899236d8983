import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { RelativeDate } from '../../ui/relative-date.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useSentence } from '../../ui/use-sentence.ts';
import css from './leads.module.css';
import { TimelineIcon } from './timeline-icon.tsx';

/** Every step of a lead's way through a journey, first to last: when, where, and why, with the values of that moment. */
export function RunTrail({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('leads');
  const sentence = useSentence('leads:happened');
  const query = useQuery(useTRPC().journeys.trail.queryOptions({ runId }, { refetchInterval: 5_000 }));
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
      {({ rows }) => (
        <ol className={css['trail']} aria-label={t('run.trail')}>
          {rows.map((row) => (
            <li key={row.id}>
              <span className="muted">
                <RelativeDate at={row.at} />
              </span>
              <TimelineIcon kind="trail" icon={row.nodeKind} />
              <span>
                <b>{row.nodeName}</b> {sentence(row.because)}
                {row.kind === 'failed' ? (
                  <span className="chip" data-tone="bad">
                    {t('run.failedStep')}
                  </span>
                ) : null}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}
