import type { JourneyDocument } from '@tendril/journey/model';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far the saving of a draft has come. */
export type SaveState =
  | { readonly at: 'saved' }
  /** Changed; will be saved when typing rests. */
  | { readonly at: 'waiting' }
  | { readonly at: 'saving' }
  /** The API cannot be reached: changes are kept in this browser and sent later. */
  | { readonly at: 'offline'; readonly changes: number }
  /** Somebody else saved meanwhile. */
  | { readonly at: 'conflict' }
  /** The API refused what was sent. */
  | { readonly at: 'refused'; readonly error: unknown };

/** How a save came out, as the API's client reports it. */
export type SaveOutcome =
  | { readonly ok: true; readonly revision: number }
  | { readonly ok: false; readonly why: 'offline' }
  | { readonly ok: false; readonly why: 'conflict' }
  | { readonly ok: false; readonly why: 'refused'; readonly error: unknown };

/** Runs something later; answers how to call it off. */
export type Schedule = (run: () => void, afterMs: number) => () => void;

export interface AutosaveOptions {
  readonly revision: number;
  /** Sends a drawing that is based on a revision. */
  readonly send: (document: JourneyDocument, basedOn: number) => Promise<SaveOutcome>;
  readonly schedule: Schedule;
  /** Keeps an unsaved drawing in this browser; null forgets it. */
  readonly keep: (unsaved: { readonly document: JourneyDocument; readonly basedOn: number } | null) => void;
}

/** Saves a drawing by itself. */
export interface Autosave {
  readonly state: StoreApi<SaveState>;
  /** The drawing has changed. */
  changed(document: JourneyDocument): void;
  /** Saves at once; answers true when everything is saved. */
  flush(): Promise<boolean>;
  /** After a conflict: what is here replaces what the other person saved, which had that revision. */
  overwrite(revision: number): Promise<boolean>;
  /** After loading what another person saved. */
  restart(revision: number): void;
  /** The network is back. */
  retry(): void;
  dispose(): void;
}

/** Typing rests for so long before it is saved, in real ms. */
const REST_MS = 700;
const RETRY_MS = 4_000;

/** Makes the saver of one open draft. One save is under way at a time; what changes meanwhile is saved after it. */
export function createAutosave({ revision, send, schedule, keep }: AutosaveOptions): Autosave {
  const state = createStore<SaveState>()(() => ({ at: 'saved' }));
  let basedOn = revision;
  let unsaved: JourneyDocument | null = null;
  let changes = 0;
  let running: Promise<boolean> | null = null;
  let cancel = () => {};

  const later = (afterMs: number) => {
    cancel();
    cancel = schedule(() => void flush(), afterMs);
  };

  const settle = (outcome: SaveOutcome, sent: JourneyDocument): boolean => {
    if (outcome.ok) {
      basedOn = outcome.revision;
      if (unsaved === sent) {
        unsaved = null;
        changes = 0;
        keep(null);
        state.setState({ at: 'saved' }, true);
        return true;
      }
      state.setState({ at: 'waiting' }, true);
      return false;
    }
    if (outcome.why === 'offline') {
      state.setState({ at: 'offline', changes }, true);
      later(RETRY_MS);
    } else if (outcome.why === 'conflict') state.setState({ at: 'conflict' }, true);
    else state.setState({ at: 'refused', error: outcome.error }, true);
    return false;
  };

  const flush = async (): Promise<boolean> => {
    cancel();
    // Several may have waited for the same save: each looks again, so that two never send on the same revision.
    while (running !== null) await running;
    if (state.getState().at === 'conflict') return false;
    const document = unsaved;
    if (document === null) return true;
    state.setState({ at: 'saving' }, true);
    running = send(document, basedOn).then((outcome) => settle(outcome, document));
    const saved = await running;
    running = null;
    return saved || (state.getState().at === 'waiting' && unsaved !== null ? flush() : false);
  };

  return {
    state,
    changed: (document) => {
      unsaved = document;
      changes += 1;
      keep({ document, basedOn });
      const { at } = state.getState();
      if (at === 'conflict') return;
      if (at === 'offline') state.setState({ at: 'offline', changes }, true);
      else if (at !== 'saving') state.setState({ at: 'waiting' }, true);
      if (at !== 'offline') later(REST_MS);
    },
    flush,
    overwrite: (current) => {
      basedOn = current;
      state.setState({ at: 'waiting' }, true);
      return flush();
    },
    restart: (current) => {
      cancel();
      basedOn = current;
      unsaved = null;
      changes = 0;
      keep(null);
      state.setState({ at: 'saved' }, true);
    },
    retry: () => {
      if (state.getState().at === 'offline') void flush();
    },
    dispose: () => cancel(),
  };
}
