import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTRPC } from '../api/trpc.ts';
import type { Editor } from '../canvas/editor.ts';
import { useSeats } from './seats.ts';

/** Shows whoever looks on each draft that the editing person has saved. */
export function useFollowDraft({ journeyId, documents, readOnly }: Editor, opened: number): void {
  const queries = useQueryClient();
  const trpc = useTRPC();
  const shown = useRef(opened);
  const revision = useSeats().answer?.revision;
  useEffect(() => {
    if (!readOnly || revision === undefined || revision === shown.current) return;
    let current = true;
    const read = async () => {
      const { draft, draftRevision } = await queries.fetchQuery(trpc.journeys.get.queryOptions({ id: journeyId }, { staleTime: 0 }));
      if (!current) return;
      shown.current = draftRevision;
      documents.open(draft);
    };
    // A read that fails is made again when the seats are next heard of with a newer draft.
    void read().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [queries, trpc, journeyId, documents, readOnly, revision]);
}
