import type { Template } from './message-answers.ts';

/** A template as its form holds it. */
export interface TemplateDraft {
  readonly key: string;
  readonly channel: 'email' | 'wecom';
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

/** What keeps a draft from being saved, by field. */
export type DraftProblem =
  | { readonly field: 'key'; readonly code: 'shape' | 'taken' }
  | { readonly field: 'name' | 'body' | 'subject'; readonly code: 'empty' };

/** The form's values of a template. */
export const draftOf = ({ key, channel, name, subject, body }: Template): TemplateDraft => ({ key, channel, name, subject, body });

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Checks a draft. `takenKeys` are those of other templates; empty when an existing one is edited. */
export function draftProblems(draft: TemplateDraft, takenKeys: readonly string[]): readonly DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (!KEY.test(draft.key)) problems.push({ field: 'key', code: 'shape' });
  else if (takenKeys.includes(draft.key)) problems.push({ field: 'key', code: 'taken' });
  for (const field of ['name', 'body', 'subject'] as const) {
    const needed = field !== 'subject' || draft.channel === 'email';
    if (needed && draft[field].trim() === '') problems.push({ field, code: 'empty' });
  }
  return problems;
}

/** Puts a text at the selection of another and answers where the cursor stands then. */
export function insertAt(
  text: string,
  selection: { readonly start: number; readonly end: number },
  piece: string,
): { readonly text: string; readonly cursor: number } {
  return { text: text.slice(0, selection.start) + piece + text.slice(selection.end), cursor: selection.start + piece.length };
}
