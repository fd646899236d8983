import { useReactFlow } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { placeStep } from '../canvas/actions/place-step.ts';
import { dropTargetAt } from '../canvas/drop-target.ts';
import { useEditor } from '../canvas/editor.ts';

/** A press that moves less than this is a click. */
const DRAG_PX = 5;

/**
 * Drags a step type with mouse, pen or finger: the place under the pointer shows itself, letting go puts the step there,
 * Escape gives up. A press without movement calls `onPress`.
 */
export function usePaletteDrag(onPress: (kind: string) => void): (kind: string, event: ReactPointerEvent) => void {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  return useCallback(
    (kind, down) => {
      if (down.button !== 0 || editor.readOnly) return;
      const { clientX: startX, clientY: startY, pointerId } = down;
      let dragging = false;
      const follow = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        dragging ||= Math.hypot(event.clientX - startX, event.clientY - startY) >= DRAG_PX;
        if (!dragging) return;
        const screen = { left: event.clientX, top: event.clientY };
        editor.view.setGesture({ at: 'placing', kind, screen, over: dropTargetAt(editor, kind, screen, screenToFlowPosition) });
      };
      const end = (event: Event) => {
        window.removeEventListener('pointermove', follow);
        window.removeEventListener('pointerup', end);
        window.removeEventListener('pointercancel', end);
        window.removeEventListener('keydown', giveUp, true);
        const { gesture } = editor.view.getState();
        if (dragging) editor.view.setGesture({ at: 'idle' });
        if (event.type !== 'pointerup') return;
        if (!dragging) onPress(kind);
        else if (gesture.at === 'placing' && gesture.over !== null) placeStep(editor, kind, gesture.over);
      };
      const giveUp = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        end(event);
      };
      window.addEventListener('pointermove', follow);
      window.addEventListener('pointerup', end);
      window.addEventListener('pointercancel', end);
      window.addEventListener('keydown', giveUp, true);
    },
    [editor, onPress, screenToFlowPosition],
  );
}
