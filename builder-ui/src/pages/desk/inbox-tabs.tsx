import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import css from './desk.module.css';
import { TABS, type Tab } from './desk-answers.ts';

interface InboxTabsProps {
  readonly tab: Tab;
  readonly counts: Readonly<Record<Tab, number>> | undefined;
  readonly onTab: (tab: Tab) => void;
}

/** To accept, in work, overdue, done: each with its count. */
export function InboxTabs({ tab, counts, onTab }: InboxTabsProps) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend; these buttons switch the list below
    <div className={css['tabs']} role="group" aria-label={t('tabs')}>
      {TABS.map((key) => (
        <button key={key} type="button" className={css['tab']} aria-pressed={key === tab} onClick={() => onTab(key)}>
          {t(`tab.${key}`)}
          {counts === undefined || key === 'closed' ? null : <span className="num"> {format.count(counts[key])}</span>}
        </button>
      ))}
    </div>
  );
}
