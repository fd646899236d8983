import { useReactFlow } from '@xyflow/react';
import { useEffect } from 'react';
import { pasteText, selectionText } from './actions/clipboard.ts';
import { removeSelected } from './actions/remove.ts';
import type { Editor } from './editor.ts';
import { hasSelectedText, inDialog, isTyping } from './who-has-the-keys.ts';

/** Copy, cut and paste by the clipboard's own events, which work without asking for permission. */
export function useCanvasClipboard(editor: Editor): void {
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    let pointer = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const ours = (event: ClipboardEvent) => !isTyping(event.target) && !inDialog(event.target) && !hasSelectedText();
    const copy = (event: ClipboardEvent) => {
      const text = ours(event) ? selectionText(editor) : null;
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') removeSelected(editor);
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!ours(event) || editor.readOnly) return;
      const over = document.elementFromPoint(pointer.x, pointer.y)?.closest('[data-canvas]');
      if (pasteText(editor, text, over ? screenToFlowPosition(pointer) : null) !== null) event.preventDefault();
    };
    window.addEventListener('pointermove', follow, { passive: true });
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('pointermove', follow);
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor, screenToFlowPosition]);
}
