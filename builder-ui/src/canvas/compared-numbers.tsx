import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import css from './compared-numbers.module.css';
import type { StepComparison } from './live-store.ts';

/** The bottom row of a step while a back-test is shown: how many would have come, and how many more or fewer than live. */
export function ComparedNumbers({ draft, live }: StepComparison) {
  const { t } = useTranslation('tryout');
  const format = useFormat();
  const signed = new Intl.NumberFormat(format.locale, { signDisplay: 'exceptZero' });
  const more = live === null ? 0 : draft - live;
  return (
    <span className={css['compared']} data-testid="compared">
      <span>{t('backTest.step', { formatted: format.count(draft) })}</span>
      {live !== null && (
        <b data-tone={more > 0 ? 'more' : more < 0 ? 'fewer' : undefined}>{more === 0 ? t('backTest.asLive') : signed.format(more)}</b>
      )}
    </span>
  );
}
