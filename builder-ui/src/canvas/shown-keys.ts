const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys as the reader's keyboard calls them: `mod` is Ctrl or ⌘. */
export const shownKeys = (keys: string): string => (onMac() ? keys.replace('mod', '⌘').replace('Alt', '⌥') : keys.replace('mod', 'Ctrl'));
