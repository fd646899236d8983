import type { ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  /** One sentence on what the page is for. */
  readonly intro?: ReactNode;
  /** Filters and searches of the list below. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** The margins and the opening that every page of lists and forms shares. */
export function Page({ intro, tools, children }: PageProps) {
  return (
    <div className={styles['page']}>
      {intro === undefined && tools === undefined ? null : (
        <div className={styles['intro']}>
          {intro === undefined ? null : <p className={styles['text']}>{intro}</p>}
          {tools === undefined ? null : <div className={styles['tools']}>{tools}</div>}
        </div>
      )}
      {children}
    </div>
  );
}
