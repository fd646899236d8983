import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { Explanation } from '../explain/explanation.tsx';
import { useEditor } from './editor.ts';
import css from './leads-panel.module.css';
import { PanelFrame } from './panel-frame.tsx';
import { useDrawnWay } from './use-drawn-way.ts';
import { useCloseLeads, useOpenLeads, useOpenRun } from './use-panels.ts';

/** Why one lead is where it is in this journey, or why it never came in; its way is drawn on the canvas. */
export function ExplainPanel({ leadId }: { readonly leadId: string }) {
  const { t } = useTranslation('canvas');
  const { t: explain } = useTranslation('explain');
  const { journeyId } = useEditor();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.explain.lead.queryOptions({ journeyId, leadId }));
  const runId = data?.runId ?? null;
  const trail = useQuery(trpc.journeys.trail.queryOptions({ runId: runId ?? '' }, { enabled: runId !== null, refetchInterval: 5_000 }));
  useDrawnWay(runId === null ? undefined : trail.data);
  const close = useCloseLeads();
  const openLeads = useOpenLeads();
  const openRun = useOpenRun();
  return (
    <PanelFrame
      label={explain('title')}
      title={
        <Link to="/leads/$id" params={{ id: leadId }}>
          {data?.lead.name ?? t('leads.nameless')}
        </Link>
      }
      onClose={close}
    >
      <button type="button" className={css['back']} onClick={() => openLeads(null)}>
        ‹ {t('trail.back')}
      </button>
      <Explanation journeyId={journeyId} leadId={leadId} />
      {runId !== null && (
        <Button variant="default" onClick={() => openRun(runId)}>
          {explain('trail')}
        </Button>
      )}
    </PanelFrame>
  );
}
