/** Every kind of edit, as undo names it: `canvas:change.<name>`. */
export const CHANGE_NAMES = [
  'add',
  'insert',
  'append',
  'connect',
  'disconnect',
  'delete',
  'move',
  'tidy',
  'configure',
  'rename',
  'disable',
  'enable',
  'replace',
  'paste',
  'duplicate',
  'fix',
  'flip',
  'note',
  'renameJourney',
  'settings',
  'restore',
  'test',
] as const;

export type ChangeName = (typeof CHANGE_NAMES)[number];
