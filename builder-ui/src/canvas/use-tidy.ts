import { useCallback } from 'react';
import { moveSteps } from '../document/commands/change-step.ts';
import { tidyPlaces } from './actions/tidy.ts';
import { currentDocument, edit, useEditor } from './editor.ts';

/** Arranges the chosen steps, or all if none or one is chosen, as one undo step. One chosen step stays where it is. */
export function useTidy(): () => void {
  const editor = useEditor();
  return useCallback(() => {
    const document = currentDocument(editor);
    const { selected } = editor.view.getState();
    const chosen = document.nodes.map(({ id }) => id).filter((id) => selected.includes(id));
    const several = chosen.length > 1;
    void tidyPlaces(document, editor.types, chosen[0]).then((places) =>
      edit(editor, { name: 'tidy' }, (current) => moveSteps(current, several ? new Map([...places].filter(([id]) => chosen.includes(id))) : places)),
    );
  }, [editor]);
}
