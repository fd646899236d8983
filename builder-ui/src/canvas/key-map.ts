/** What the keys do. Each has a text under `canvas:key.<name>` and stands in the list under `?`. */
export type KeyAction =
  | 'undo'
  | 'redo'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'duplicate'
  | 'selectAll'
  | 'delete'
  | 'add'
  | 'open'
  | 'escape'
  | 'rename'
  | 'disable'
  | 'replace'
  | 'neighbour'
  | 'stream'
  | 'nudge'
  | 'find'
  | 'commands'
  | 'tidy'
  | 'group'
  | 'extract'
  | 'plus'
  | 'ruler'
  | 'hand'
  | 'ungroup'
  | 'note'
  | 'zoomFull'
  | 'zoomFit'
  | 'zoomSelection'
  | 'zoomIn'
  | 'zoomOut'
  | 'save'
  | 'simulate'
  | 'publish'
  | 'previousProblem'
  | 'nextProblem'
  | 'fix'
  | 'counts'
  | 'leadSearch'
  | 'outline'
  | 'regions'
  | 'keys';

/** Groups of the list under `?`. */
export type KeyGroup = 'edit' | 'move' | 'view' | 'check';

/** One line of the list under `?`: the keys as they are shown and what they do. */
export interface KeyLine {
  readonly action: KeyAction;
  readonly group: KeyGroup;
  /** Alternatives; `mod` is Ctrl or ⌘. */
  readonly keys: readonly string[];
}

/** Every key of the canvas, as listed under `?`. */
export const KEY_MAP: readonly KeyLine[] = [
  { action: 'undo', group: 'edit', keys: ['mod+Z'] },
  { action: 'redo', group: 'edit', keys: ['mod+Shift+Z', 'mod+Y'] },
  { action: 'add', group: 'edit', keys: ['Tab'] },
  { action: 'delete', group: 'edit', keys: ['Delete', 'Backspace'] },
  { action: 'copy', group: 'edit', keys: ['mod+C'] },
  { action: 'cut', group: 'edit', keys: ['mod+X'] },
  { action: 'paste', group: 'edit', keys: ['mod+V'] },
  { action: 'duplicate', group: 'edit', keys: ['mod+D'] },
  { action: 'rename', group: 'edit', keys: ['F2'] },
  { action: 'disable', group: 'edit', keys: ['D'] },
  { action: 'replace', group: 'edit', keys: ['R'] },
  { action: 'group', group: 'edit', keys: ['mod+G'] },
  { action: 'ungroup', group: 'edit', keys: ['mod+Shift+G'] },
  { action: 'extract', group: 'edit', keys: ['Alt+X'] },
  { action: 'note', group: 'edit', keys: ['Shift+S'] },
  { action: 'tidy', group: 'edit', keys: ['Shift+Alt+T'] },
  { action: 'save', group: 'edit', keys: ['mod+S'] },
  { action: 'neighbour', group: 'move', keys: ['←', '↑', '↓', '→'] },
  { action: 'stream', group: 'move', keys: ['Shift+↑', 'Shift+←', 'Shift+↓', 'Shift+→'] },
  { action: 'nudge', group: 'move', keys: ['Alt+←', 'Alt+↑', 'Alt+↓', 'Alt+→'] },
  { action: 'plus', group: 'move', keys: ['I'] },
  { action: 'selectAll', group: 'move', keys: ['mod+A'] },
  { action: 'open', group: 'move', keys: ['Enter'] },
  { action: 'escape', group: 'move', keys: ['Esc'] },
  { action: 'regions', group: 'move', keys: ['F6', 'Shift+F6'] },
  { action: 'find', group: 'view', keys: ['mod+F'] },
  { action: 'commands', group: 'view', keys: ['mod+K'] },
  { action: 'zoomFull', group: 'view', keys: ['0'] },
  { action: 'zoomFit', group: 'view', keys: ['1'] },
  { action: 'zoomSelection', group: 'view', keys: ['2'] },
  { action: 'zoomIn', group: 'view', keys: ['+'] },
  { action: 'zoomOut', group: 'view', keys: ['-'] },
  { action: 'counts', group: 'view', keys: ['V'] },
  { action: 'ruler', group: 'view', keys: ['T'] },
  { action: 'hand', group: 'view', keys: ['H'] },
  { action: 'outline', group: 'view', keys: ['O'] },
  { action: 'leadSearch', group: 'view', keys: ['L'] },
  { action: 'previousProblem', group: 'check', keys: ['['] },
  { action: 'nextProblem', group: 'check', keys: [']'] },
  { action: 'fix', group: 'check', keys: ['.'] },
  { action: 'simulate', group: 'check', keys: ['mod+Enter'] },
  { action: 'publish', group: 'check', keys: ['mod+Shift+Enter'] },
  { action: 'keys', group: 'check', keys: ['?'] },
];

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const WITH_MOD: Readonly<Record<string, KeyAction>> = {
  z: 'undo',
  y: 'redo',
  c: 'copy',
  x: 'cut',
  v: 'paste',
  d: 'duplicate',
  a: 'selectAll',
  f: 'find',
  k: 'commands',
  s: 'save',
  g: 'group',
  enter: 'simulate',
};

const WITH_MOD_AND_SHIFT: Readonly<Record<string, KeyAction>> = { z: 'redo', g: 'ungroup', enter: 'publish' };

const ALONE: Readonly<Record<string, KeyAction>> = {
  delete: 'delete',
  backspace: 'delete',
  tab: 'add',
  enter: 'open',
  escape: 'escape',
  f2: 'rename',
  f6: 'regions',
  d: 'disable',
  r: 'replace',
  v: 'counts',
  l: 'leadSearch',
  o: 'outline',
  i: 'plus',
  t: 'ruler',
  h: 'hand',
  0: 'zoomFull',
  1: 'zoomFit',
  2: 'zoomSelection',
  '+': 'zoomIn',
  '=': 'zoomIn',
  '-': 'zoomOut',
  '[': 'previousProblem',
  ']': 'nextProblem',
  '.': 'fix',
  '?': 'keys',
  '？': 'keys',
};

const ARROWS = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright'];

/** What a pressed key means on the canvas; null if nothing. */
export function actionOf(event: Press): KeyAction | null {
  const key = event.key.toLowerCase();
  const mod = event.ctrlKey || event.metaKey;
  if (ARROWS.includes(key)) {
    if (mod) return null;
    return event.altKey ? 'nudge' : event.shiftKey ? 'stream' : 'neighbour';
  }
  if (mod) {
    if (event.altKey) return null;
    if (event.shiftKey) return WITH_MOD_AND_SHIFT[key] ?? null;
    return WITH_MOD[key] ?? null;
  }
  // On a Mac, Alt changes the character that a key writes: its place on the board tells which key it was.
  if (event.altKey) return event.shiftKey ? (event.code === 'KeyT' ? 'tidy' : null) : event.code === 'KeyX' ? 'extract' : null;
  if (event.shiftKey) {
    if (key === 's') return 'note';
    if (key === 'f6') return 'regions';
    return key === '?' || key === '？' || key === '+' ? (ALONE[key] ?? null) : null;
  }
  return ALONE[key] ?? null;
}
