import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../shell/page-header.tsx';

/** To be filled by its owner. */
export function MessagesPage() {
  const { t } = useTranslation('shell');
  return <PageHeader title={t('page.messages')} />;
}
