import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useLocale } from '../i18n/format.ts';
import { Loaded } from '../ui/loaded.tsx';
import { RelativeDate } from '../ui/relative-date.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useSentence } from '../ui/use-sentence.ts';
import { useEditor } from './editor.ts';
import { FamilyIcon } from './family-icon.tsx';
import css from './leads-panel.module.css';
import { OperateButtons } from './operate/operate-buttons.tsx';
import { OperationProgress } from './operate/operation-progress.tsx';
import { PanelFrame } from './panel-frame.tsx';
import { RemoveLeadButton } from './remove-lead-button.tsx';
import { useDrawnWay } from './use-drawn-way.ts';
import { useCloseLeads, useOpenLeads } from './use-panels.ts';

type Trail = Answers['journeys']['trail'];

function TrailLine({ row }: { readonly row: Trail['rows'][number] }) {
  const sentence = useSentence('leads:happened');
  const { types, view } = useEditor();
  const definition = types.get(row.nodeKind);
  return (
    <li>
      <button type="button" className={css['step']} data-kind={row.kind} onClick={() => view.select([row.nodeId])}>
        <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} size={24} />
        <span>
          <span className={css['head']}>
            <b>{row.nodeName}</b>
            <RelativeDate at={row.at} />
          </span>
          <p>{sentence(row.because)}</p>
        </span>
      </button>
    </li>
  );
}

/** One lead's way through the journey: drawn on the canvas, and every step with its time, values and reason. */
export function RunPanel({ runId }: { readonly runId: string }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const close = useCloseLeads();
  const openLeads = useOpenLeads();
  const query = useQuery(useTRPC().journeys.trail.queryOptions({ runId }, { refetchInterval: 3_000 }));
  useDrawnWay(query.data);
  const { readOnly } = useEditor();
  const name = query.data?.run.leadName ?? t('leads.nameless');
  return (
    <PanelFrame
      label={t('trail.title')}
      title={
        query.data ? (
          <Link to="/leads/$id" params={{ id: query.data.run.leadId }}>
            {name}
          </Link>
        ) : (
          t('trail.title')
        )
      }
      onClose={close}
    >
      <button type="button" className={css['back']} onClick={() => openLeads(null)}>
        ‹ {t('trail.back')}
      </button>
      <Loaded query={query} skeleton={<SkeletonLines count={8} height={30} />}>
        {({ run, rows }) => (
          <>
            <div className={css['facts']}>
              <span className="chip" data-tone={run.status === 'running' ? 'live' : run.status === 'failed' ? 'bad' : undefined}>
                {run.status === 'done' && run.outcome ? termInWords(run.outcome, locale) : t(`run.${run.status}`)}
              </span>
              <span className="chip num">{t('trail.version', { version: run.version })}</span>
              {run.wakeAt !== null && (
                <span className="chip">
                  {t('leads.until')} <RelativeDate at={run.wakeAt} />
                </span>
              )}
            </div>
            {!readOnly && (run.status === 'running' || run.status === 'failed') && (
              <>
                <OperateButtons
                  leads={{ runIds: [runId] }}
                  count={1}
                  kinds={run.status === 'failed' ? ['try-again'] : ['send-to']}
                  onStarted={() => void query.refetch()}
                />
                <OperationProgress />
              </>
            )}
            {!readOnly && run.status === 'running' && <RemoveLeadButton runId={runId} name={name} />}
            <ol className={css['trail']} aria-label={t('trail.title')} data-testid="trail">
              {rows.map((row) => (
                <TrailLine key={row.id} row={row} />
              ))}
            </ol>
          </>
        )}
      </Loaded>
    </PanelFrame>
  );
}
