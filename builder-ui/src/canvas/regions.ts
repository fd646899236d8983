const REGIONS = ['header', '[data-region="palette"]', '[data-canvas]', '[data-region="inspector"]'];

/** Moves the focus to the next (1) or previous (-1) part of the page, so that nobody is caught on the canvas. */
export function moveFocusToRegion(by: 1 | -1): void {
  const parts = REGIONS.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)].slice(0, 1));
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(here + by + parts.length) % parts.length];
  const target = next?.matches('[tabindex]') ? next : next?.querySelector<HTMLElement>('input, button, a, select, textarea');
  target?.focus();
}
