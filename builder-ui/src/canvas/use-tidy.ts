import { useCallback } from 'react';
import { moveSteps } from '../document/commands/change-step.ts';
import { tidyPlaces } from './actions/tidy.ts';
import { currentDocument, edit, useEditor } from './editor.ts';

/** Arranges all steps by their connections, as one undo step. The chosen step stays where it is. */
export function useTidy(): () => void {
  const editor = useEditor();
  return useCallback(() => {
    const document = currentDocument(editor);
    void tidyPlaces(document, editor.types, editor.view.getState().selected[0]).then((places) =>
      edit(editor, { name: 'tidy' }, (current) => moveSteps(current, places)),
    );
  }, [editor]);
}
