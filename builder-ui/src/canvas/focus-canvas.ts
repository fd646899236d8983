/** Gives the keyboard back to the canvas after a menu or a field. */
export const focusCanvas = (): void => document.querySelector<HTMLElement>('[data-canvas]')?.focus({ preventScroll: true });
