import { copyFragment, fragmentText, pasteFragment, readFragment } from '../../document/commands/fragment.ts';
import type { Point } from '../../document/geometry.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';

/** What is chosen, as text for the clipboard; null if nothing is. */
export function selectionText(editor: Editor): string | null {
  const { selected } = editor.view.getState();
  return selected.length === 0 ? null : fragmentText(copyFragment(currentDocument(editor), new Set(selected)));
}

/** Adds what a clipboard text holds at a point (canvas pixels) and chooses it. Answers how many steps came, or null for other text. */
export function pasteText(editor: Editor, text: string, at: Point | null): number | null {
  const fragment = readFragment(text);
  if (fragment === null) return null;
  addFragment(editor, 'paste', () => ({ fragment, at }));
  return fragment.nodes.length;
}

/** Adds a copy of what is chosen, a little aside. */
export function duplicateSelected(editor: Editor): void {
  const { selected } = editor.view.getState();
  if (selected.length > 0) addFragment(editor, 'duplicate', () => ({ fragment: copyFragment(currentDocument(editor), new Set(selected)), at: null }));
}

type What = () => { readonly fragment: ReturnType<typeof copyFragment>; readonly at: Point | null };

function addFragment(editor: Editor, name: 'paste' | 'duplicate', what: What): void {
  const { fragment, at } = what();
  const pasted = pasteFragment(currentDocument(editor), fragment, editor.newId, at);
  edit(editor, { name, count: fragment.nodes.length }, () => pasted.document);
  editor.view.select(pasted.ids);
}
