import { Button } from '@mantine/core';
import { IconCloudOff, IconMapSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence.ts';
import css from './shell.module.css';

/** What a page shows when it could not be read: what happened and the way out. */
export function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { t } = useTranslation('shell');
  const sentence = useErrorSentence();
  return (
    <div className={css['message']} role="alert">
      <IconCloudOff size={36} stroke={1.4} aria-hidden />
      <p>{sentence(error)}</p>
      <Button variant="default" onClick={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}

/** For addresses that lead nowhere. */
export function NotFound() {
  const { t } = useTranslation('shell');
  return (
    <div className={css['message']}>
      <IconMapSearch size={36} stroke={1.4} aria-hidden />
      <p>{t('notFound')}</p>
      <Button component={Link} to="/" variant="default">
        {t('home')}
      </Button>
    </div>
  );
}
