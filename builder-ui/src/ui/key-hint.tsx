import styles from './key-hint.module.css';

/** The key that does the same as the control it stands in. Read by `aria-keyshortcuts` of the control, so hidden here. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  );
}
