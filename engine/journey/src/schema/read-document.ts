import type { z } from 'zod';
import type { JourneyDocument, Json, JsonObject } from '../model/index.ts';
import { type DocumentProblem, showValue as show, toProblem } from './document-problem.ts';
import { documentProblems } from './document-problems.ts';
import { documentSchema, SCHEMA_VERSION } from './document-schema.ts';
import { MIGRATIONS } from './migrations.ts';
import type { JourneySettings } from './settings-schema.ts';

/** A document in its current version, with all defaults filled in. */
export interface CurrentDocument extends JourneyDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly settings: JourneySettings & JsonObject;
  readonly notes: NonNullable<JourneyDocument['notes']>;
}

/** What reading a document answers. A stranger's mistake is a value, never a throw. */
export type ReadDocument =
  | { readonly ok: true; readonly document: CurrentDocument }
  | { readonly ok: false; readonly problems: readonly [DocumentProblem, ...DocumentProblem[]] };

const { say } = documentProblems;

/** The one door for stored, imported or sent journeys: migrates to the current version, then checks the shape. */
export function readDocument(stored: unknown): ReadDocument {
  if (!isObject(stored) || stored['format'] !== 'tendril.journey') {
    const found = isObject(stored) ? show(stored['format']) : show(stored);
    return refuse({ ...say('document.format', { found }), path: ['format'] });
  }
  const version = stored['schemaVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refuse({ ...say('document.version', { current: SCHEMA_VERSION, found: show(version) }), path: ['schemaVersion'] });
  if (version > SCHEMA_VERSION) return refuse({ ...say('document.too-new', { current: SCHEMA_VERSION, found: version }), path: ['schemaVersion'] });
  return check(MIGRATIONS.slice(version - 1).reduce((document, migration) => migration.up(document), stored));
}

/** Reads a journey from the text of a file. */
export function parseDocument(text: string): ReadDocument {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch (error) {
    return refuse({ ...say('document.not-json', { reason: error instanceof Error ? error.message : String(error) }), path: [] });
  }
  return readDocument(stored);
}

function check(document: JsonObject): ReadDocument {
  const parsed = documentSchema.safeParse(document, { reportInput: true });
  const problems = parsed.success ? findDuplicates(parsed.data) : parsed.error.issues.map((issue) => toProblem(issue));
  const [first, ...others] = problems;
  if (first !== undefined) return { ok: false, problems: [first, ...others] };
  // zod's output type does not know that settings are JSON; their schema admits nothing else.
  return { ok: true, document: parsed.data as CurrentDocument };
}

function findDuplicates(document: z.output<typeof documentSchema>): readonly DocumentProblem[] {
  const seen = new Set<string>();
  return document.nodes.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ ...say('document.duplicate-node', { node: id }), path: ['nodes', index, 'id'] }];
  });
}

function refuse(problem: DocumentProblem): ReadDocument {
  return { ok: false, problems: [problem] };
}

function isObject(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
