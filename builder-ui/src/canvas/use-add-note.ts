import { useReactFlow } from '@xyflow/react';
import { useCallback } from 'react';
import { freeNotePlace, putNote } from '../document/commands/notes.ts';
import { edit, useEditor } from './editor.ts';

const SIZE = { width: 220, height: 110 };

/** Puts an empty note into the middle of what is visible, beside the steps there. */
export function useAddNote(): () => void {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(() => {
    const box = document.querySelector('[data-canvas]')?.getBoundingClientRect();
    const { x, y } = screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 3 });
    const id = editor.newId();
    const wished = { x: Math.round(x - SIZE.width / 2), y: Math.round(y), ...SIZE };
    edit(editor, { name: 'note' }, (document) => putNote(document, { id, text: '', position: freeNotePlace(document, wished), size: SIZE }));
    editor.view.select([id]);
  }, [editor, screenToFlowPosition]);
}
