import styles from './key-hint.module.css';

/** The key that does the same as the control it stands in. Read by `aria-keyshortcuts` of the control, so hidden here. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a key cap is not focusable; the rule takes kbd for a control
    <kbd className={styles['key']} aria-hidden="true">
      {children}
    </kbd>
  );
}
