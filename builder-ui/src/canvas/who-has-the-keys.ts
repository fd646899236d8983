/** True if keys belong to a field or a list. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null);

/** True in a dialog. */
export const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

/** True while text of the page is marked. */
export const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';
