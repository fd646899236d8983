import type { z } from 'zod';
import type { Sentence } from '../model/index.ts';
import { documentProblems } from './document-problems.ts';

/** One reason why a document cannot be read, and where. */
export interface DocumentProblem extends Sentence {
  /** Keys and list positions from the document's root. */
  readonly path: readonly (string | number)[];
}

const { say, texts } = documentProblems;

/** Turns what the schema found into a sentence. Of the branches of a union it takes the one that came furthest. */
export function toProblem(issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): DocumentProblem {
  const fullPath = [...above, ...issue.path];
  const inner = issue.code === 'invalid_union' ? furthestBranch(issue.errors) : undefined;
  if (inner !== undefined) return toProblem(inner, fullPath);
  const path = fullPath.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const written = path.join('.');
  if (issue.code === 'unrecognized_keys') return { ...say('document.unknown-field', { path: written || '/', keys: issue.keys.join(', ') }), path };
  const found = showValue(issue.input);
  if (Object.hasOwn(texts, issue.message)) return { code: issue.message, params: { path: written, found }, path };
  if (issue.input === undefined) return { ...say('document.missing', { path: written }), path };
  return { ...inWords(issue, { path: written, found }), path };
}

/** What is wrong with a value that is there. The schema's own words are English, so only what is rare is left to them. */
function inWords(issue: z.core.$ZodIssue, place: { readonly path: string; readonly found: string }): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return say('document.wrong-type', { ...place, expected: `$${issue.expected}` });
    case 'invalid_value':
      return say('document.not-among', { ...place, values: issue.values.map(String).join('|') });
    case 'invalid_key': {
      const inner = issue.issues[0]?.message ?? '';
      return Object.hasOwn(texts, inner) ? { code: inner, params: place } : say('document.field', { ...place, reason: inner });
    }
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') return say('document.too-small', { ...place, least: Number(issue.minimum) });
      return issue.minimum === 1 ? say('document.empty', { path: place.path }) : say('document.too-few', { ...place, least: Number(issue.minimum) });
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') return say('document.too-big', { ...place, most: Number(issue.maximum) });
      return say('document.too-many', { path: place.path, most: Number(issue.maximum) });
    default:
      return say('document.field', { ...place, reason: issue.message });
  }
}

/** A value in a few characters. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function furthestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]): z.core.$ZodIssue | undefined {
  let best: z.core.$ZodIssue | undefined;
  for (const issues of branches) {
    // A branch whose every remark is about its outermost keys was not the one that was meant.
    for (const issue of issues) if (best === undefined || depthOf(issue) > depthOf(best)) best = issue;
  }
  return best;
}

function depthOf(issue: z.core.$ZodIssue): number {
  const inner = issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.flat().map(depthOf)) : 0;
  return issue.path.length + inner + (issue.code === 'unrecognized_keys' ? -0.5 : 0);
}
