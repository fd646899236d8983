import { useCallback, useEffect, useRef, useState } from 'react';

/** How far the saving of a draft has come. `savedAt` is real time in ms. */
export type SaveState =
  | { readonly at: 'clean' }
  | { readonly at: 'waiting' }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly savedAt: number }
  | { readonly at: 'failed'; readonly error: unknown };

interface AutosaveOptions<Value> {
  readonly save: (value: Value) => Promise<unknown>;
  /** How long typing must rest before it is saved. */
  readonly restMs?: number;
  readonly now?: () => number;
}

/** A draft that saves itself. */
export interface Autosave<Value> {
  readonly state: SaveState;
  /** The value has changed: it is saved when typing rests. */
  readonly change: (value: Value) => void;
  /** Saves what is waiting at once: on blur, before moving on. Answers when it is saved or has failed. */
  readonly flush: () => Promise<void>;
}

/** Saves a value some time after its last change, one save at a time, and once more when the reader leaves. */
export function useAutosave<Value>({ save, restMs = 700, now = Date.now }: AutosaveOptions<Value>): Autosave<Value> {
  const [state, setState] = useState<SaveState>({ at: 'clean' });
  const pending = useRef<{ readonly value: Value } | null>(null);
  const running = useRef<Promise<void>>(Promise.resolve());
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ save, now });
  latest.current = { save, now };

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    const store = latest.current.save;
    running.current = running.current.then(async () => {
      const draft = pending.current;
      if (draft === null) return;
      pending.current = null;
      setState({ at: 'saving' });
      try {
        await store(draft.value);
        setState(pending.current === null ? { at: 'saved', savedAt: latest.current.now() } : { at: 'waiting' });
      } catch (error) {
        pending.current ??= draft;
        setState({ at: 'failed', error });
      }
    });
    return running.current;
  }, []);

  const change = useCallback(
    (value: Value) => {
      pending.current = { value };
      setState({ at: 'waiting' });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), restMs);
    },
    [flush, restMs],
  );

  useEffect(() => () => void flush(), [flush]);
  return { state, change, flush };
}
