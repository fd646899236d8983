import { useTranslation } from 'react-i18next';
import { CapList } from '../inspector/cap-list.tsx';
import type { SettingsProps } from './settings-panel.tsx';

/** At most so many messages in a length of time, whatever the workspace allows. */
export function CapRules({ settings, change, readOnly }: SettingsProps) {
  const { t } = useTranslation('canvas');
  return (
    <CapList
      label={t('settings.caps')}
      help={t('settings.capsHelp')}
      readOnly={readOnly}
      caps={settings.caps}
      onChange={(caps) => change({ caps: [...caps] })}
    />
  );
}
