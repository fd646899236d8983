import { useEffect, useRef } from 'react';
import type { Editor } from './editor.ts';
import { actionOf, type KeyAction } from './key-map.ts';
import { type KeyActions, useKeyActions } from './use-key-actions.ts';
import { hasSelectedText, inDialog, isTyping } from './who-has-the-keys.ts';

/** Keys that also work while a field has the focus: they mean nothing there. */
const EVERYWHERE: readonly KeyAction[] = ['save', 'publish', 'simulate', 'commands', 'regions'];

/** Keys that only mean something while the canvas has the focus; elsewhere they are the browser's. */
const ON_CANVAS: readonly KeyAction[] = ['add', 'neighbour', 'stream', 'nudge', 'open', 'selectAll', 'copy', 'cut', 'paste'];

/** Keys that a button on the canvas keeps for itself. */
const BUTTONS_OWN: readonly KeyAction[] = ['add', 'open', 'neighbour'];

const isButton = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('button, a') !== null;

const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target === document.body || target.closest('[data-canvas]') !== null);

/** The keys of the canvas. They never fire while somebody types or has selected text, nor over a dialog. */
export function useCanvasKeys(editor: Editor, save: () => void): void {
  const handlers = useRef<KeyActions | null>(null);
  handlers.current = useKeyActions(editor, save);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === null || event.defaultPrevented || event.isComposing || inDialog(event.target)) return;
      if (isTyping(event.target) && !EVERYWHERE.includes(action)) return;
      if (ON_CANVAS.includes(action) && !isOnCanvas(event.target)) return;
      if (BUTTONS_OWN.includes(action) && isButton(event.target)) return;
      if (action === 'copy' || action === 'cut' || action === 'paste') return; // The clipboard's own events follow.
      if (action === 'undo' && hasSelectedText()) return;
      event.preventDefault();
      handlers.current?.[action](event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
