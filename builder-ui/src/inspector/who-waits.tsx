import { useQuery } from '@tanstack/react-query';
import type { NodeId } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { useRealCount } from '../canvas/live-store.ts';
import { useOpenLeads } from '../canvas/use-panels.ts';
import { useFormat } from '../i18n/format.ts';
import { RelativeDate } from '../ui/relative-date.tsx';
import css from './inspector.module.css';
import { WaysOut } from './ways-out.tsx';

/** Who is at the step now, when the next of them goes on, and what publishing does to them. */
export function WhoWaits({ node }: { readonly node: NodeId }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const { journeyId } = useEditor();
  const openLeads = useOpenLeads();
  const count = useRealCount(node);
  const here = count?.here ?? 0;
  const { data } = useQuery(
    useTRPC().journeys.runs.queryOptions(
      { id: journeyId, nodeId: node, status: 'running', limit: 50 },
      { enabled: here > 0, refetchInterval: 5_000 },
    ),
  );
  if (count === undefined) return null;
  const wakes = (data?.rows ?? []).flatMap(({ wakeAt }) => (wakeAt === null ? [] : [wakeAt])).sort();
  return (
    <>
      <section className={css['section']} aria-label={t('waits.title')}>
        <h3>{t('waits.title')}</h3>
        <div className={css['box']}>
          <span className="num">
            <b>{format.count(here)}</b>
            {wakes[0] && (
              <>
                {' · '}
                {t('waits.next')} <RelativeDate at={wakes[0]} />
              </>
            )}
          </span>
          {here > 0 && (
            <button type="button" onClick={() => openLeads(node, 'running')}>
              {t('waits.show')}
            </button>
          )}
        </div>
        {count.failed > 0 && (
          <div className={css['box']} data-tone="bad">
            <span>{t('count.failed', { count: count.failed, formatted: format.count(count.failed) })}</span>
            <button type="button" onClick={() => openLeads(node, 'failed')}>
              {t('waits.show')}
            </button>
          </div>
        )}
      </section>
      <WaysOut node={node} />
      {here > 0 && (
        <section className={css['section']} aria-label={t('consequence.title')}>
          <h3>{t('consequence.title')}</h3>
          <p className={css['box']}>{t('consequence.stay', { count: here, formatted: format.count(here) })}</p>
        </section>
      )}
    </>
  );
}
