import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import type { Publishing } from './use-publishing.ts';

/** Says, before something is published, what it would put an end to. */
export function AlreadyWaiting({ state }: { readonly state: Publishing | undefined }) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { publication, trial } = state ?? {};
  const isOpen = publication?.status === 'requested' || publication?.status === 'scheduled';
  return (
    <>
      {state?.needsApproval && <p className="muted">{t('asks')}</p>}
      {isOpen && (
        <Alert color="gray" variant="light">
          {publication.status === 'scheduled' && publication.goLiveAt !== null
            ? t('ends.scheduled', { who: publication.requestedBy, at: format.short(publication.goLiveAt) })
            : t('ends.requested', { who: publication.requestedBy })}
        </Alert>
      )}
      {trial?.status === 'running' && (
        <Alert color="gray" variant="light">
          {t('ends.trial', { version: trial.version })}
        </Alert>
      )}
    </>
  );
}
