import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './journey-page.module.css';

/** The page's shape while the journey is read. */
export function CanvasSkeleton() {
  const { t } = useTranslation('canvas');
  return (
    <div className={css['page']} role="status" aria-label={t('loading')}>
      <Skeleton height="100%" radius={0} animate={false} />
      <div style={{ display: 'grid', placeContent: 'start center', gap: 42, padding: 40 }}>
        {[1, 2, 3, 4].map((key) => (
          <Skeleton key={key} width={232} height={78} radius="md" />
        ))}
      </div>
      <Skeleton height="100%" radius={0} animate={false} />
    </div>
  );
}
