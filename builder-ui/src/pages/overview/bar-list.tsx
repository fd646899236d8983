import { useFormat } from '../../i18n/format.ts';
import css from './overview.module.css';

interface Bar {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  /** Said after the count, such as the share of the step before. */
  readonly note?: string | null;
}

/** Counts as bars against the largest of them. */
export function BarList({ bars }: { readonly bars: readonly Bar[] }) {
  const format = useFormat();
  const widest = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className={css['bars']} data-notes={bars.some(({ note }) => note !== undefined)}>
      {bars.map(({ key, label, count, note }) => (
        <li key={key}>
          <span className={css['barLabel']}>{label}</span>
          <span className={css['track']} aria-hidden="true">
            <span className={css['fill']} style={{ width: `${(count / widest) * 100}%` }} />
          </span>
          <b className="num">{format.count(count)}</b>
          {note === undefined ? null : <span className={css['barNote']}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
