import type { ReactNode } from 'react';
import { useFormat } from '../i18n/format.ts';
import styles from './score-bar.module.css';

interface ScoreBarProps {
  readonly label: string;
  readonly points: number;
  readonly max: number;
  /** What the points are made of, beside the bar. */
  readonly parts?: ReactNode;
}

/** Points out of a maximum as a bar, with the numbers and their make-up beside it. */
export function ScoreBar({ label, points, max, parts }: ScoreBarProps) {
  const format = useFormat();
  const share = max > 0 ? Math.min(1, Math.max(0, points / max)) : 0;
  return (
    <div className={styles['row']}>
      <span>{label}</span>
      <span className={styles['track']} aria-hidden="true">
        <span className={styles['fill']} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="num">
        {format.count(Math.round(points))}/{format.count(max)}
      </span>
      <span className={styles['parts']}>{parts}</span>
    </div>
  );
}
