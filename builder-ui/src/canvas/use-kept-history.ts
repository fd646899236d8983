import { useEffect } from 'react';
import { bringHistoryBack, keepHistory } from '../document/kept-history.ts';
import type { Editor } from './editor.ts';

/** Undo goes on where it was after a reload of the tab. */
export function useKeptHistory({ journeyId, documents, readOnly }: Editor): void {
  useEffect(() => {
    if (readOnly) return;
    bringHistoryBack(window.sessionStorage, journeyId, documents);
    const keep = () => keepHistory(window.sessionStorage, journeyId, documents);
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, [journeyId, documents, readOnly]);
}
