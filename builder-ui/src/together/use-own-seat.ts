import { useEffect, useMemo, useRef, useState } from 'react';
import { useTRPCClient } from '../api/trpc.ts';
import { useToasts } from '../ui/toasts.tsx';
import { holderOf, type Seats, type SeatsAnswer } from './seats.ts';
import { tabId } from './tab-id.ts';

/** How often a tab says that it is still there, in real ms. The API takes 15 s of silence for having left. */
const KEEP_EVERY_MS = 3_000;

/** Gets up while the page is closed or left: such a request outlives its page. If it gets lost, silence does the same after 15 s. */
function leaveWithPage(seat: { readonly id: string; readonly tab: string }): void {
  void fetch('/trpc/seats.leave', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(seat),
  }).catch(() => undefined);
}

/**
 * Sits down at a journey for as long as the page shows it. While the API cannot be reached this tab keeps what it has: whoever
 * edits goes on, and what was drawn is settled when the network is back.
 */
export function useOwnSeat(id: string): Seats {
  const client = useTRPCClient();
  const toasts = useToasts();
  // The words of a failure may change with the language; the seat stays.
  const failed = useRef(toasts.failed);
  useEffect(() => {
    failed.current = toasts.failed;
  });
  const [tab] = useState(tabId);
  const [state, setState] = useState<{ readonly of: string; readonly answer: SeatsAnswer | null; readonly failed: boolean } | null>(null);
  // What this tab says arrives in the order in which it was said: else getting up could overtake sitting down.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const calls = useMemo(() => {
    const say = (what: () => Promise<SeatsAnswer>, onFailure: (error: unknown) => void) => {
      queue.current = queue.current.then(what).then((answer) => setState({ of: id, answer, failed: false }), onFailure);
    };
    const seat = { id, tab };
    const tell = (error: unknown) => failed.current(error);
    const keep = () =>
      say(
        () => client.seats.keep.mutate(seat),
        () => setState((before) => (before?.of === id && before.answer !== null ? before : { of: id, answer: null, failed: true })),
      );
    return {
      keep,
      leaveWithPage: () => leaveWithPage(seat),
      leave: () => {
        queue.current = queue.current.then(() => client.seats.leave.mutate(seat)).catch(() => undefined);
      },
      ask: () => say(() => client.seats.ask.mutate(seat), tell),
      handOver: (to: string) => say(() => client.seats.handOver.mutate({ ...seat, to }), tell),
      keepPen: (asker: string) => say(() => client.seats.keepPen.mutate({ ...seat, asker }), tell),
    };
  }, [client, id, tab]);
  useEffect(() => {
    calls.keep();
    const timer = window.setInterval(calls.keep, KEEP_EVERY_MS);
    window.addEventListener('online', calls.keep);
    window.addEventListener('pagehide', calls.leaveWithPage);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener('online', calls.keep);
      window.removeEventListener('pagehide', calls.leaveWithPage);
      calls.leave();
    };
  }, [calls]);
  return useMemo(() => {
    const { keep, ask, handOver, keepPen } = calls;
    const answer = state?.of === id ? state.answer : null;
    const holds = holderOf({ answer })?.tab === tab;
    // Where the API never answered there is nobody to be in the way of: saves are still checked by their revision.
    const alone = state?.of === id && state.failed;
    return { tab, answer, pen: answer === null ? (alone ? 'mine' : null) : holds ? 'mine' : 'elsewhere', look: keep, ask, handOver, keepPen };
  }, [calls, id, state, tab]);
}
