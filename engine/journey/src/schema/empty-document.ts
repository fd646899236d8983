import { SCHEMA_VERSION } from './document-schema.ts';
import type { CurrentDocument } from './read-document.ts';
import { settingsSchema } from './settings-schema.ts';

/** A new journey: no steps, all settings at their defaults. */
export function emptyDocument(name: string): CurrentDocument {
  return {
    format: 'tendril.journey',
    schemaVersion: SCHEMA_VERSION,
    name,
    settings: settingsSchema.parse({}) as CurrentDocument['settings'],
    nodes: [],
    edges: [],
    notes: [],
  };
}
