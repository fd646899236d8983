const KEY = 'tendril.canvas.hand';

/** Whether dragging the empty canvas moves it, as this browser was told; else it chooses. */
export function prefersHand(): boolean {
  try {
    return window.localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

/** Remembers in this browser what dragging the empty canvas does. */
export function keepHand(hand: boolean): void {
  try {
    window.localStorage.setItem(KEY, hand ? 'yes' : 'no');
  } catch {
    // A browser without a store asks anew at every visit.
  }
}
