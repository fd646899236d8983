/** What a key means on the desk. */
export type DeskCommand =
  | { readonly do: 'move'; readonly by: 1 | -1 }
  | { readonly do: 'accept' }
  | { readonly do: 'note' }
  | { readonly do: 'dispose'; readonly index: number };

/** The part of a keyboard event that decides. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing: boolean;
  readonly repeat: boolean;
}

/** Reads a key press. Keys with a modifier and those of an input method belong to the browser. */
export function deskCommand({ key, ctrlKey, metaKey, altKey, isComposing, repeat }: KeyPress): DeskCommand | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  switch (key.toLowerCase()) {
    case 'j':
      return { do: 'move', by: 1 };
    case 'k':
      return { do: 'move', by: -1 };
    default:
      // What cannot be undone must be pressed anew each time: a key held down moves, and nothing else.
      return repeat ? null : deedOf(key);
  }
}

function deedOf(key: string): DeskCommand | null {
  if (key === 'a' || key === 'A') return { do: 'accept' };
  if (key === 'e' || key === 'E') return { do: 'note' };
  return /^[1-9]$/.test(key) ? { do: 'dispose', index: Number(key) - 1 } : null;
}
