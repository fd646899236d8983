import { Checkbox, Select } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { NodeId, PortId } from '@tendril/journey/model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { nameOf, portsOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { LoadMore } from '../ui/load-more.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useDocument, useEditor, useView } from './editor.ts';
import css from './leads-panel.module.css';
import { LeadsFilter, type Sought } from './operate/leads-filter.tsx';
import { OperateButtons } from './operate/operate-buttons.tsx';
import { OperationProgress } from './operate/operation-progress.tsx';
import { RunLine } from './operate/run-line.tsx';
import type { ChosenLeads } from './operate/use-operation.ts';
import { PanelFrame } from './panel-frame.tsx';
import { RUN_STATUSES, type RunStatus } from './run-status.ts';
import { useCloseLeads, useOpenLeads } from './use-panels.ts';

interface LeadsPanelProps {
  readonly node: NodeId | null;
  readonly status: RunStatus | null;
  /** By which way they left the step. */
  readonly port: PortId | null;
}

/** The leads of a step or of the whole journey, the last that came in first. Each opens its way. */
export function LeadsPanel({ node, status, port }: LeadsPanelProps) {
  const { t } = useTranslation(['canvas', 'tryout', 'operate']);
  const locale = useLocale();
  const format = useFormat();
  const { journeyId, types, readOnly } = useEditor();
  const close = useCloseLeads();
  const open = useOpenLeads();
  const step = useDocument((document) => document.nodes.find(({ id }) => id === node));
  const period = useView((view) => view.period);
  const way = step && portsOf(step, types).find(({ id }) => id === port);
  const through = status === 'through' && node !== null;
  const which = through
    ? { through, ...(port === null ? {} : { port }), ...(period === null ? {} : { period }) }
    : status === null || status === 'through'
      ? {}
      : { status };
  const [sought, setSought] = useState<Sought>({ search: undefined, version: undefined });
  const [chosen, setChosen] = useState<ReadonlySet<string> | 'all'>(new Set());
  const filter = {
    ...(node === null ? {} : { nodeId: node }),
    ...(sought.search === undefined ? {} : { search: sought.search }),
    ...(sought.version === undefined ? {} : { version: sought.version }),
    ...which,
  };
  const query = useInfiniteQuery(
    useTRPC().journeys.runs.infiniteQueryOptions(
      { id: journeyId, limit: 50, ...filter },
      { getNextPageParam: (page) => page.next, refetchInterval: 5_000 },
    ),
  );
  const title = step ? t('leads.ofStep', { step: nameOf(step, types, locale) }) : t('leads.ofJourney');
  return (
    <PanelFrame title={title} label={title} onClose={close}>
      <LeadsFilter
        sought={sought}
        onSeek={(next) => {
          setSought(next);
          setChosen(new Set());
        }}
      />
      <Select
        label={t('leads.filter')}
        value={status ?? 'all'}
        allowDeselect={false}
        data={[
          { value: 'all', label: t('leads.all') },
          { value: 'running', label: t('run.running') },
          { value: 'waiting', label: t('operate:waiting') },
          { value: 'held', label: t('operate:held') },
          { value: 'failed', label: t('run.failed') },
          ...(node === null ? [] : [{ value: 'through', label: t('tryout:through.filter') }]),
        ]}
        onChange={(value) => {
          setChosen(new Set());
          open(
            node,
            RUN_STATUSES.find((one) => one === value),
          );
        }}
      />
      {!readOnly && <OperationProgress />}
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
          const total = pages[0]?.total ?? rows.length;
          const isChosen = (id: string) => chosen === 'all' || chosen.has(id);
          const choose = (id: string, on: boolean) => {
            const next = new Set(chosen === 'all' ? rows.map((run) => run.id) : chosen);
            if (on) next.add(id);
            else next.delete(id);
            setChosen(next);
          };
          // Who went through is counted from trails, so such a list can only be chosen one by one.
          const count = chosen === 'all' ? total : chosen.size;
          const leads: ChosenLeads = chosen === 'all' ? { all: filter } : { runIds: [...chosen] };
          return (
            <>
              {!readOnly && (
                <Checkbox
                  size="xs"
                  label={count > 0 ? t('operate:chosen', { count, formatted: format.count(count) }) : t('operate:chooseAll')}
                  checked={count > 0 && count === total}
                  indeterminate={count > 0 && count < total}
                  onChange={(event) => setChosen(!event.currentTarget.checked ? new Set() : through ? new Set(rows.map((run) => run.id)) : 'all')}
                />
              )}
              {count > 0 && (
                <OperateButtons leads={leads} count={count} kinds={['send-to', 'try-again', 'remove']} onStarted={() => setChosen(new Set())} />
              )}
              <ul className={css['runs']} data-testid="runs">
                {rows.map((run) => (
                  <RunLine key={run.id} run={run} chosen={isChosen(run.id)} onChoose={readOnly ? null : (on) => choose(run.id, on)} />
                ))}
              </ul>
              <LoadMore
                shown={rows.length}
                total={total}
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
