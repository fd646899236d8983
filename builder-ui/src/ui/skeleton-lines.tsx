import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const WIDTHS = ['82%', '64%', '91%', '48%', '73%'];

/** Grey lines in the place of text that is on its way. */
export function SkeletonLines({ count = 4, height = 14 }: { readonly count?: number; readonly height?: number }) {
  const { t } = useTranslation('ui');
  return (
    <Stack gap={10} role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <Skeleton key={index} height={height} width={WIDTHS[index % WIDTHS.length] ?? '80%'} />
      ))}
    </Stack>
  );
}
