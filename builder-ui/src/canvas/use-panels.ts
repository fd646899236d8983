import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { NodeId, PortId } from '@tendril/journey/model';
import { useCallback } from 'react';
import { useEditor } from './editor.ts';
import type { RunStatus } from './run-status.ts';

/** What the address says stands in the side panel; `own` leaves it to the view. */
export type AddressedPanel =
  | { readonly at: 'own' }
  | { readonly at: 'leads'; readonly node: NodeId | null; readonly status: RunStatus | null; readonly port: PortId | null }
  /** Why one lead is where it is. */
  | { readonly at: 'explain'; readonly leadId: string }
  | { readonly at: 'run'; readonly runId: string };

/** Reads the panel from the address, so that a lead's way can be sent to a colleague as a link. */
export function useAddressedPanel(): AddressedPanel {
  const { runId } = useParams({ strict: false });
  const { node, status, port, lead } = useSearch({ strict: false });
  const onLeads = useLocation({ select: ({ pathname }) => pathname.endsWith('/leads') });
  if (runId !== undefined) return { at: 'run', runId };
  if (onLeads && lead !== undefined) return { at: 'explain', leadId: lead };
  return onLeads ? { at: 'leads', node: node ?? null, status: status ?? null, port: port ?? null } : { at: 'own' };
}

/** Opens the list of leads of a step, or of the whole journey. */
export function useOpenLeads(): (node: NodeId | null, status?: RunStatus, port?: PortId) => void {
  const navigate = useNavigate();
  const { journeyId } = useEditor();
  return useCallback(
    (node, status, port) =>
      void navigate({
        to: '/journeys/$id/leads',
        params: { id: journeyId },
        search: { ...(node === null ? {} : { node }), ...(status === undefined ? {} : { status }), ...(port === undefined ? {} : { port }) },
      }),
    [navigate, journeyId],
  );
}

/** Opens the explanation of one lead. */
export function useOpenExplanation(): (leadId: string) => void {
  const navigate = useNavigate();
  const { journeyId } = useEditor();
  return useCallback((lead) => void navigate({ to: '/journeys/$id/leads', params: { id: journeyId }, search: { lead } }), [navigate, journeyId]);
}

/** Opens the way of one lead through the journey. */
export function useOpenRun(): (runId: string) => void {
  const navigate = useNavigate();
  const { journeyId } = useEditor();
  return useCallback((runId) => void navigate({ to: '/journeys/$id/leads/$runId', params: { id: journeyId, runId } }), [navigate, journeyId]);
}

/** Goes back from leads to the drawing. */
export function useCloseLeads(): () => void {
  const navigate = useNavigate();
  const { journeyId } = useEditor();
  return useCallback(() => void navigate({ to: '/journeys/$id', params: { id: journeyId } }), [navigate, journeyId]);
}
