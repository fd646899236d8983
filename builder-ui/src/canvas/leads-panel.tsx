import { SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { NodeId, PortId } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { nameOf, portsOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { OptionalDate, RelativeDate } from '../ui/relative-date.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useDocument, useEditor, useView } from './editor.ts';
import css from './leads-panel.module.css';
import { PanelFrame } from './panel-frame.tsx';
import { type RunStatus, useCloseLeads, useOpenLeads, useOpenRun } from './use-panels.ts';

type Run = Answers['journeys']['runs']['rows'][number];

function RunLine({ run }: { readonly run: Run }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const openRun = useOpenRun();
  return (
    <li>
      <button type="button" className={css['run']} onClick={() => openRun(run.id)}>
        <b>{run.leadName ?? t('leads.nameless')}</b>
        <span className="chip" data-tone={run.status === 'failed' ? 'bad' : run.status === 'running' ? 'live' : undefined}>
          {run.status === 'done' && run.outcome ? termInWords(run.outcome, locale) : t(`run.${run.status}`)}
        </span>
        <span className={css['detail']}>
          {run.nodeName && t('leads.at', { step: run.nodeName })}
          {run.wakeAt !== null && (
            <>
              {' · '}
              {t('leads.until')} <OptionalDate at={run.wakeAt} />
            </>
          )}
          {run.endedAt !== null && (
            <>
              {' · '}
              {t('leads.ended')} <RelativeDate at={run.endedAt} />
            </>
          )}
        </span>
      </button>
    </li>
  );
}

interface LeadsPanelProps {
  readonly node: NodeId | null;
  readonly status: RunStatus | null;
  /** By which way they left the step. */
  readonly port: PortId | null;
}

/** The leads of a step or of the whole journey, the last that came in first. Each opens its way. */
export function LeadsPanel({ node, status, port }: LeadsPanelProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const locale = useLocale();
  const { journeyId, types } = useEditor();
  const close = useCloseLeads();
  const open = useOpenLeads();
  const step = useDocument((document) => document.nodes.find(({ id }) => id === node));
  const period = useView((view) => view.period);
  const way = step && portsOf(step, types).find(({ id }) => id === port);
  const through = status === 'through' && node !== null;
  const which = through
    ? { through, ...(port === null ? {} : { port }), ...(period === null ? {} : { period }) }
    : status === 'running' || status === 'failed'
      ? { status }
      : {};
  const query = useInfiniteQuery(
    useTRPC().journeys.runs.infiniteQueryOptions(
      { id: journeyId, limit: 50, ...(node === null ? {} : { nodeId: node }), ...which },
      { getNextPageParam: (page) => page.next, refetchInterval: 5_000 },
    ),
  );
  const title = step ? t('leads.ofStep', { step: nameOf(step, types, locale) }) : t('leads.ofJourney');
  return (
    <PanelFrame title={title} label={title} onClose={close}>
      <SegmentedControl
        aria-label={t('leads.filter')}
        value={status ?? 'all'}
        data={[
          { value: 'all', label: t('leads.all') },
          { value: 'running', label: t('run.running') },
          { value: 'failed', label: t('run.failed') },
          ...(node === null ? [] : [{ value: 'through', label: t('tryout:through.filter') }]),
        ]}
        onChange={(value) => open(node, value === 'running' || value === 'failed' || value === 'through' ? value : undefined)}
      />
      {through && (way || period !== null) && (
        <p className="muted" data-testid="through">
          {way && t('tryout:through.way', { way: way.label[locale] })}
          {way && period !== null && ' · '}
          {period !== null && t(`tryout:period.${period}`)}
        </p>
      )}
      <Loaded query={query} skeleton={<SkeletonLines count={6} height={34} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows);
          if (rows.length === 0) return <p className="muted">{t('leads.none')}</p>;
          return (
            <>
              <ul className={css['runs']} data-testid="runs">
                {rows.map((run) => (
                  <RunLine key={run.id} run={run} />
                ))}
              </ul>
              <LoadMore
                shown={rows.length}
                total={pages[0]?.total ?? rows.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </PanelFrame>
  );
}
