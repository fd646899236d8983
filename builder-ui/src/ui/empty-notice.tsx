import type { ReactNode } from 'react';
import styles from './empty-notice.module.css';

interface EmptyNoticeProps {
  readonly title: string;
  /** What will stand here and how it comes to be. */
  readonly children: ReactNode;
  /** A drawn example; decorative. */
  readonly drawing?: ReactNode;
  /** The one thing to do about it. */
  readonly action?: ReactNode;
}

/** Stands where a list has nothing to show: a drawn example, why it is empty, and one action. */
export function EmptyNotice({ title, children, drawing, action }: EmptyNoticeProps) {
  return (
    <div className={styles['notice']}>
      {drawing === undefined ? null : (
        <div className={styles['drawing']} aria-hidden="true">
          {drawing}
        </div>
      )}
      <h2 className={styles['title']}>{title}</h2>
      <p className={styles['text']}>{children}</p>
      {action}
    </div>
  );
}
