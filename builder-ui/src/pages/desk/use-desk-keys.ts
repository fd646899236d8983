import { useEffect, useRef } from 'react';
import { type DeskCommand, deskCommand } from './desk-command.ts';

const EDITABLE = 'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';

/** Hands the desk's keys to `onCommand`. Typing in a field stays typing; Escape leaves the field. */
export function useDeskKeys(onCommand: (command: DeskCommand) => void): void {
  const latest = useRef(onCommand);
  latest.current = onCommand;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (event.defaultPrevented) return;
      if (target?.closest(EDITABLE)) {
        if (event.key === 'Escape' && !event.isComposing) target.blur();
        return;
      }
      const command = deskCommand(event);
      if (command === null) return;
      event.preventDefault();
      latest.current(command);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
