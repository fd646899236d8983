import type { JourneyDocument } from '@tendril/journey/model';

/** A drawing that this browser has and the API has not yet. */
export interface KeptDraft {
  readonly document: JourneyDocument;
  readonly basedOn: number;
}

const keyOf = (journeyId: string): string => `tendril.draft.${journeyId}`;

/** Keeps an unsaved drawing in this browser, or forgets it. A full store is no reason to stop drawing. */
export function keepDraft(storage: Pick<Storage, 'setItem' | 'removeItem'>, journeyId: string, draft: KeptDraft | null): void {
  try {
    if (draft === null) storage.removeItem(keyOf(journeyId));
    else storage.setItem(keyOf(journeyId), JSON.stringify(draft));
  } catch {
    // A journey larger than the browser's store is only kept in memory; the state in the header still says so.
  }
}

/** The unsaved drawing that an earlier visit left in this browser; null if there is none. */
export function keptDraft(storage: Pick<Storage, 'getItem'>, journeyId: string): KeptDraft | null {
  const text = storage.getItem(keyOf(journeyId));
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<KeptDraft>;
    return draft.document?.format === 'tendril.journey' && typeof draft.basedOn === 'number'
      ? { document: draft.document, basedOn: draft.basedOn }
      : null;
  } catch {
    return null;
  }
}
