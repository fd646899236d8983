import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type PointerEvent as ReactPointerEvent, useCallback } from 'react';
import { placeStep } from '../canvas/actions/place-step.ts';
import { dropTargetAt } from '../canvas/drop-target.ts';
import { edgePush } from '../canvas/edge-push.ts';
import { useEditor } from '../canvas/editor.ts';
import type { ScreenPoint } from '../canvas/view-store.ts';

/** A press that moves less than this is a click. */
const DRAG_PX = 5;

/**
 * Drags a step type with mouse, pen or finger: the place under the pointer shows itself, letting go puts the step there,
 * Escape gives up. A press without movement calls `onPress`.
 */
export function usePaletteDrag(onPress: (kind: string) => void): (kind: string, event: ReactPointerEvent) => void {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const flow = useStoreApi();
  return useCallback(
    (kind, down) => {
      if (down.button !== 0 || editor.readOnly) return;
      const { clientX: startX, clientY: startY, pointerId } = down;
      let dragging = false;
      let frame = 0;
      // The palette lies at the border itself: only a drag that has been inside pushes on.
      let hasBeenInside = false;
      const aim = (screen: ScreenPoint) =>
        editor.view.setGesture({ at: 'placing', kind, screen, over: dropTargetAt(editor, kind, screen, screenToFlowPosition) });
      // Held at the border of the canvas, what is seen goes on under the pointer.
      const push = () => {
        const { gesture } = editor.view.getState();
        const box = document.querySelector('[data-canvas]')?.getBoundingClientRect();
        if (gesture.at !== 'placing' || box === undefined) return;
        const pointer = { x: gesture.screen.left, y: gesture.screen.top };
        const { x, y } = edgePush(pointer, box);
        const pushes = x !== 0 || y !== 0;
        hasBeenInside ||= !pushes && pointer.x > box.left;
        if (pushes && hasBeenInside) {
          void flow.getState().panBy({ x: -x, y: -y });
          aim(gesture.screen);
        }
        frame = requestAnimationFrame(push);
      };
      const follow = (event: PointerEvent) => {
        if (event.pointerId !== pointerId) return;
        if (!dragging && Math.hypot(event.clientX - startX, event.clientY - startY) < DRAG_PX) return;
        aim({ left: event.clientX, top: event.clientY });
        if (!dragging) frame = requestAnimationFrame(push);
        dragging = true;
      };
      const end = (event: Event) => {
        cancelAnimationFrame(frame);
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
    [editor, flow, onPress, screenToFlowPosition],
  );
}
