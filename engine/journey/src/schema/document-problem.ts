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
  return { ...say('document.field', { path: written, found, reason: issue.message }), path };
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
