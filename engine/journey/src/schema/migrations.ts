import type { JsonObject } from '../model/index.ts';
import { nameColors } from './migrations/name-colors.ts';
import { normaliseSettings } from './migrations/normalise-settings.ts';

/** A step from one stored shape to the next. Never changed once released: old documents live for ever. */
export interface Migration {
  /** Names its fixture in `fixtures/migrations/`. */
  readonly id: string;
  readonly from: number;
  /** Works on a shape not yet checked, so it must cope with anything that is not as expected by leaving it as it is. */
  readonly up: (document: JsonObject) => JsonObject;
}

/** All migrations, oldest first; the n-th leads from version n to n + 1. */
export const MIGRATIONS: readonly Migration[] = [
  { id: '001-normalise-settings', from: 1, up: normaliseSettings },
  { id: '002-name-colors', from: 2, up: nameColors },
];
