import { type ReactNode, useId } from 'react';
import styles from './card.module.css';

interface CardProps {
  readonly title?: ReactNode;
  /** Right of the title: a filter, a link. */
  readonly aside?: ReactNode;
  /** `live` marks what needs the reader now. */
  readonly tone?: 'plain' | 'live';
  readonly children: ReactNode;
}

/** A titled part of a page. */
export function Card({ title, aside, tone = 'plain', children }: CardProps) {
  const heading = useId();
  return (
    <section className={styles['card']} data-tone={tone} aria-labelledby={title === undefined ? undefined : heading}>
      {title === undefined ? null : (
        <div className={styles['head']}>
          <h2 className={styles['title']} id={heading}>
            {title}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
