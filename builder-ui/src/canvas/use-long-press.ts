import { useCallback } from 'react';

const HELD_MS = 500;
/** A finger that moves further than this pans. */
const STILL_PX = 10;

/** Opens the menu where a finger rests for half a second, as the right button does. Answers a ref for the canvas. */
export function useLongPress(): (canvas: HTMLElement | null) => (() => void) | undefined {
  return useCallback((canvas) => {
    if (canvas === null) return undefined;
    let timer = 0;
    let start: PointerEvent | null = null;
    const cancel = () => {
      window.clearTimeout(timer);
      start = null;
    };
    // Lifting the finger would be a click, which closes the menu that has just opened.
    const swallow = (event: TouchEvent) => event.preventDefault();
    const fire = () => {
      const { target, clientX, clientY } = start ?? {};
      cancel();
      window.addEventListener('touchend', swallow, { once: true, passive: false, capture: true });
      target?.dispatchEvent(
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: clientX ?? 0, clientY: clientY ?? 0, button: 2 }),
      );
    };
    const down = (event: PointerEvent) => {
      const second = start !== null;
      cancel();
      if (event.pointerType === 'mouse' || second) return;
      start = event;
      timer = window.setTimeout(fire, HELD_MS);
    };
    const move = (event: PointerEvent) => {
      if (start !== null && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > STILL_PX) cancel();
    };
    // Some browsers have a long press of their own.
    const native = (event: Event) => {
      if (event.isTrusted) cancel();
    };
    canvas.addEventListener('pointerdown', down, true);
    canvas.addEventListener('pointermove', move, true);
    canvas.addEventListener('pointerup', cancel, true);
    canvas.addEventListener('pointercancel', cancel, true);
    canvas.addEventListener('contextmenu', native, true);
    return () => {
      cancel();
      canvas.removeEventListener('pointerdown', down, true);
      canvas.removeEventListener('pointermove', move, true);
      canvas.removeEventListener('pointerup', cancel, true);
      canvas.removeEventListener('pointercancel', cancel, true);
      canvas.removeEventListener('contextmenu', native, true);
    };
  }, []);
}
