import { useQueryClient } from '@tanstack/react-query';
import type { JourneyDocument } from '@tendril/journey/model';
import { useEffect, useMemo } from 'react';
import { isOffline } from '../api/create-api.ts';
import { sentenceCode } from '../api/error-sentence.ts';
import { useTRPC, useTRPCClient } from '../api/trpc.ts';
import { type Autosave, createAutosave, type SaveOutcome } from '../document/autosave.ts';
import type { DocumentStore } from '../document/document-store.ts';
import { keepDraft } from '../document/kept-draft.ts';
import { useSeats } from '../together/seats.ts';

const inBrowser = (run: () => void, afterMs: number): (() => void) => {
  const timer = window.setTimeout(run, afterMs);
  return () => window.clearTimeout(timer);
};

interface DraftSaving {
  readonly journeyId: string;
  readonly revision: number;
  readonly documents: DocumentStore;
  /** False for people who may only look. */
  readonly enabled: boolean;
}

/** Saves the draft by itself while it is drawn, keeps it in the browser while the API is away, and warns before leaving unsaved. */
export function useDraftSaving({ journeyId, revision, documents, enabled }: DraftSaving): Autosave {
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const { tab, look } = useSeats();
  const autosave = useMemo(
    () =>
      createAutosave({
        revision,
        schedule: inBrowser,
        keep: (draft) => keepDraft(window.localStorage, journeyId, draft),
        send: async (document: JourneyDocument, basedOn): Promise<SaveOutcome> => {
          try {
            const saved = await client.journeys.saveDraft.mutate({ id: journeyId, basedOn, document, tab });
            queryClient.setQueryData(trpc.journeys.get.queryKey({ id: journeyId }), (old) =>
              old === undefined ? old : { ...old, hasUnpublishedChanges: true },
            );
            void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
            return { ok: true, revision: saved.revision };
          } catch (error) {
            if (isOffline(error)) return { ok: false, why: 'offline' };
            if (sentenceCode(error) === 'journey.pen-lost') look();
            return sentenceCode(error) === 'journey.conflict' ? { ok: false, why: 'conflict' } : { ok: false, why: 'refused', error };
          }
        },
      }),
    [client, queryClient, trpc, journeyId, revision, tab, look],
  );
  useEffect(() => {
    if (!enabled) return;
    const stop = documents.state.subscribe((state, before) => {
      // Also when undo has led back to the drawing as opened: what was saved meanwhile has to be taken back too.
      if (state.document !== before.document) autosave.changed(state.document);
    });
    const online = () => autosave.retry();
    const leaving = (event: BeforeUnloadEvent) => {
      if (autosave.state.getState().at !== 'saved') event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      stop();
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      void autosave.flush().finally(() => autosave.dispose());
    };
  }, [autosave, documents, enabled]);
  return autosave;
}
