import type { JourneyDocument } from '@tendril/journey/model';
import { type TemporalState, temporal } from 'zundo';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ChangeName } from './change-name.ts';

/** What the last edit was, for the undo button and the autosave. */
export interface Change {
  readonly name: ChangeName;
  /** How many steps it touched, where that is worth saying. */
  readonly count?: number;
  /** Edits with the same group that follow each other closely are one undo step: typing into a field. */
  readonly group?: string;
  /** Real time in ms. */
  readonly at: number;
}

/** The drawing and how it came to be what it is. */
export interface DocumentState {
  readonly document: JourneyDocument;
  /** The edit that led here; null for the drawing as opened. */
  readonly change: Change | null;
}

/** The one truth of the canvas: a drawing that is only changed by named edits, each of which can be undone. */
export interface DocumentStore {
  readonly state: StoreApi<DocumentState>;
  readonly history: StoreApi<TemporalState<DocumentState>>;
  /** Applies an edit. An edit that answers the same document leaves no trace. */
  apply(change: Omit<Change, 'at'>, edit: (document: JourneyDocument) => JourneyDocument): void;
  /** Puts another drawing in place and forgets the history: after loading. */
  open(document: JourneyDocument): void;
  undo(): void;
  redo(): void;
}

/** Edits of one group further apart than this are two undo steps. */
const GROUP_MS = 1_200;

/** Makes the store of one open journey. `now` answers real time in ms. */
export function createDocumentStore(document: JourneyDocument, now: () => number = Date.now): DocumentStore {
  const state = createStore<DocumentState>()(
    temporal(() => ({ document, change: null }) as DocumentState, { equality: (past, current) => past.document === current.document }),
  );
  const history = (state as typeof state & { temporal: StoreApi<TemporalState<DocumentState>> }).temporal;
  return {
    state,
    history,
    apply: (change, edit) => {
      const { document: before, change: previous } = state.getState();
      const after = edit(before);
      if (after === before) return;
      const at = now();
      const continues =
        change.group !== undefined && previous?.group === change.group && at - previous.at < GROUP_MS && history.getState().futureStates.length === 0;
      if (continues) history.getState().pause();
      state.setState({ document: after, change: { ...change, at } });
      if (continues) history.getState().resume();
    },
    open: (opened) => {
      state.setState({ document: opened, change: null });
      history.getState().clear();
    },
    undo: () => history.getState().undo(),
    redo: () => history.getState().redo(),
  };
}

/** The name of the edit that undo would take back; null if there is none. */
export const undoable = (store: DocumentStore): Change | null =>
  store.history.getState().pastStates.length > 0 ? store.state.getState().change : null;

/** The name of the edit that redo would make again; null if there is none. */
export const redoable = (store: DocumentStore): Change | null => store.history.getState().futureStates.at(-1)?.change ?? null;
