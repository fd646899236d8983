import type { DocumentGroup } from '@tendril/journey/model';
import { addGroup, changeGroup, groupOf, groupsOf, leaveGroups, ungroup } from '../../document/commands/groups.ts';
import { currentDocument, type Editor, edit } from '../editor.ts';

/** Puts a frame around what is chosen, and asks for its title. */
export function groupSelected(editor: Editor): void {
  const { selected } = editor.view.getState();
  if (selected.length === 0 || editor.readOnly) return;
  const id = editor.newId();
  edit(editor, { name: 'group', count: selected.length }, (document) => addGroup(document, { id, title: '', members: selected }));
  if (groupsOf(currentDocument(editor)).some((group) => group.id === id)) editor.view.setGesture({ at: 'renaming', node: id });
}

/** Takes away the frames of groups that are chosen whole; of others the chosen members leave. */
export function ungroupSelected(editor: Editor): void {
  const { selected } = editor.view.getState();
  const whole = groupsOf(currentDocument(editor)).filter(({ members }) => members.every((id) => selected.includes(id)));
  edit(editor, { name: 'ungroup' }, (document) =>
    leaveGroups(
      ungroup(
        document,
        whole.map(({ id }) => id),
      ),
      selected,
    ),
  );
}

/** Chooses all that is in a group, with its frame, so that it is dragged as one. */
export function selectGroup(editor: Editor, id: string): void {
  const group = groupsOf(currentDocument(editor)).find((candidate) => candidate.id === id);
  if (group !== undefined) editor.view.select([id, ...group.members]);
}

/** Folds a group up, or opens it. */
export function toggleCollapsed(editor: Editor, id: string): void {
  const group = groupsOf(currentDocument(editor)).find((candidate) => candidate.id === id);
  if (group === undefined) return;
  const collapsed = group.collapsed !== true;
  edit(editor, { name: collapsed ? 'collapse' : 'expand' }, (document) => changeGroup(document, id, { collapsed }));
}

/** Opens the group that hides a step, so that it can be seen. */
export function reveal(editor: Editor, step: string): void {
  const group = groupOf(currentDocument(editor), step);
  if (group?.collapsed === true) toggleCollapsed(editor, group.id);
}

/** The group that is chosen whole, with nothing else; undefined if none is. */
export function groupOfChosen(editor: Editor): DocumentGroup | undefined {
  const { selected } = editor.view.getState();
  return groupsOf(currentDocument(editor)).find(({ members }) => members.length === selected.length && members.every((id) => selected.includes(id)));
}

/** Folds up or opens the group that the chosen step is in. */
export function toggleCollapsedOfChosen(editor: Editor): void {
  const group = groupOf(currentDocument(editor), editor.view.getState().selected[0] ?? '');
  if (group !== undefined) toggleCollapsed(editor, group.id);
}
