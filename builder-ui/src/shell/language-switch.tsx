import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { rememberLocale, toLocale } from '../i18n/locale.ts';

/** Chooses the language of this browser, before anybody has logged in. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('shell');
  const locale = useLocale();
  return (
    <SegmentedControl
      aria-label={t('language')}
      value={locale}
      data={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
      onChange={(value) => {
        const next = toLocale(value) ?? 'en';
        rememberLocale(window.localStorage, next);
        void i18n.changeLanguage(next);
      }}
    />
  );
}
