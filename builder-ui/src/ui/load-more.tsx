import { Button, Center } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';

interface LoadMoreProps {
  readonly shown: number;
  readonly total: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The end of a long list: fetches the next page when it comes into view or is pressed, and says how much is shown. */
export function LoadMore({ shown, total, hasMore, loading, onMore }: LoadMoreProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const inView = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (inView && hasMore && !loading) onMore();
  }, [inView, hasMore, loading, onMore]);

  return (
    <Center ref={ref} p={10} style={{ gap: 12, borderTop: '1px solid var(--line)' }}>
      <span className="muted num">{t('more.shown', { shown: format.count(shown), total: format.count(total) })}</span>
      {hasMore ? (
        <Button variant="default" loading={loading} onClick={onMore}>
          {t('more.load')}
        </Button>
      ) : null}
    </Center>
  );
}
