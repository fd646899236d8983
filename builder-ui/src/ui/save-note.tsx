import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence.ts';
import { useFormat } from '../i18n/format.ts';
import type { SaveState } from './use-autosave.ts';
import { useRealTimeValue } from './use-clock-value.ts';

/** Says how far saving has come: "saved 2 s ago", or why not and how to try again. */
export function SaveNote({ state, onRetry }: { readonly state: SaveState; readonly onRetry: () => void }) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const sentence = useErrorSentence();
  const age = useRealTimeValue((now) => (state.at === 'saved' ? format.duration(Math.max(0, now - state.savedAt)) : ''));
  switch (state.at) {
    case 'clean':
      return <span className="muted">{t('save.clean')}</span>;
    case 'waiting':
    case 'saving':
      return <span className="muted">{t('save.saving')}</span>;
    case 'saved':
      return <span className="muted num">{t('save.saved', { age })}</span>;
    case 'failed':
      return (
        <span role="alert" style={{ color: 'var(--bad)' }}>
          {t('save.failed', { reason: sentence(state.error) })}{' '}
          <Anchor component="button" type="button" onClick={onRetry}>
            {t('error.retry')}
          </Anchor>
        </span>
      );
  }
}
