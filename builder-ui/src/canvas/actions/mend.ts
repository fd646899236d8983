import type { Diagnostic, NodeId, QuickFix } from '@tendril/journey/model';
import { applyFix } from '../../document/commands/apply-fix.ts';
import { readingOrder } from '../../document/walk.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';
import { reveal } from './group.ts';

/** Applies a mend that the compiler proposed. */
export function mend(editor: Editor, fix: QuickFix): void {
  const id = editor.newId();
  edit(editor, { name: 'fix' }, (document) => applyFix(document, fix, { types: editor.types, id }));
}

/** Steps with problems in reading order. */
function troubled(editor: Editor): readonly NodeId[] {
  const { byNode } = editor.live.getState().checking;
  return readingOrder(currentDocument(editor)).filter((id) => byNode.has(id));
}

/** Chooses the next (1) or previous (-1) step with a problem, round and round. Answers it, or null if there is none. */
export function goToProblem(editor: Editor, by: 1 | -1): NodeId | null {
  const ids = troubled(editor);
  if (ids.length === 0) return null;
  const here = ids.indexOf(editor.view.getState().selected.at(-1) ?? '');
  const index = here < 0 ? (by === 1 ? 0 : ids.length - 1) : (here + by + ids.length) % ids.length;
  const id = ids[index] ?? null;
  if (id !== null) {
    reveal(editor, id);
    editor.view.select([id]);
  }
  return id;
}

/** The first remark that has a mend: of the chosen step, else of the whole journey. */
export function nextMend(editor: Editor): Diagnostic | null {
  const { checking } = editor.live.getState();
  const chosen = editor.view.getState().selected.flatMap((id) => checking.byNode.get(id) ?? []);
  return [...chosen, ...checking.all].find((diagnostic) => diagnostic.fix !== undefined) ?? null;
}
