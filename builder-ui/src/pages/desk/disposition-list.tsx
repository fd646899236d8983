import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import css from './desk.module.css';
import type { Disposition } from './desk-answers.ts';

interface DispositionListProps {
  readonly dispositions: readonly Disposition[];
  /** Recorded already, or being recorded now. */
  readonly chosen: string | null;
  readonly enabled: boolean;
  readonly onChoose: (disposition: Disposition) => void;
}

/** Every conclusion an SDR may draw, with what it sets off and the key that records it. */
export function DispositionList({ dispositions, chosen, enabled, onChoose }: DispositionListProps) {
  const { t } = useTranslation('desk');
  const { locale } = useFormat();
  return (
    <>
      <h3 className={css['sideTitle']}>{t('disposition.title')}</h3>
      <ul className={css['dispositions']}>
        {dispositions.map((disposition, index) => {
          const key = index < 9 ? String(index + 1) : undefined;
          return (
            <li key={disposition.key}>
              <button
                type="button"
                className={css['disposition']}
                disabled={!enabled}
                aria-keyshortcuts={key}
                aria-pressed={disposition.key === chosen}
                onClick={() => onChoose(disposition)}
              >
                <span>{disposition.name[locale]}</span>
                {key === undefined ? null : <KeyHint>{key}</KeyHint>}
                <small>{disposition.consequence[locale]}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
