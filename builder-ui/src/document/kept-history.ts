import type { JourneyDocument } from '@tendril/journey/model';
import type { DocumentState, DocumentStore } from './document-store.ts';

interface KeptHistory {
  readonly current: DocumentState;
  readonly past: readonly Partial<DocumentState>[];
  readonly future: readonly Partial<DocumentState>[];
}

const keyOf = (journeyId: string): string => `tendril.history.${journeyId}`;

const same = (a: JourneyDocument, b: JourneyDocument): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Keeps the undo history over a reload of this tab. What does not fit is left out from the oldest end. */
export function keepHistory(storage: Pick<Storage, 'setItem' | 'removeItem'>, journeyId: string, store: DocumentStore): void {
  const { pastStates, futureStates } = store.history.getState();
  for (let kept = pastStates.length; ; kept = Math.floor(kept / 2)) {
    const history: KeptHistory = {
      current: store.state.getState(),
      past: kept === 0 ? [] : pastStates.slice(-kept),
      future: kept === 0 ? [] : futureStates,
    };
    try {
      storage.setItem(keyOf(journeyId), JSON.stringify(history));
      return;
    } catch {
      storage.removeItem(keyOf(journeyId));
      if (kept === 0) return;
    }
  }
}

/** Brings the undo history back, if it belongs to the drawing that was opened. */
export function bringHistoryBack(storage: Pick<Storage, 'getItem' | 'removeItem'>, journeyId: string, store: DocumentStore): void {
  const text = storage.getItem(keyOf(journeyId));
  storage.removeItem(keyOf(journeyId));
  if (text === null) return;
  try {
    const history = JSON.parse(text) as KeptHistory;
    if (!same(history.current.document, store.state.getState().document)) return;
    store.state.setState({ change: history.current.change });
    store.history.setState({ pastStates: [...history.past], futureStates: [...history.future] });
  } catch {
    // Written by another version of the page: there is simply nothing to take back.
  }
}
