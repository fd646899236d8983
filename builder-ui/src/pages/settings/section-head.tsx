import type { ReactNode } from 'react';
import css from './settings.module.css';

/** What a section is for, and its main action. */
export function SectionHead({ note, children }: { readonly note: string; readonly children?: ReactNode }) {
  return (
    <div className={css['head']}>
      <p>{note}</p>
      {children}
    </div>
  );
}
