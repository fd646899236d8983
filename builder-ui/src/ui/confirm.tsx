import { modals } from '@mantine/modals';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

interface Question {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly body: ReactNode;
  /** Names the deed: "Revoke the key", never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
}

/** Asks before something that cannot be undone. Answers false when the reader walks away. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { t } = useTranslation('ui');
  return useCallback(
    ({ title, body, confirm, danger = false }) =>
      new Promise<boolean>((resolve) => {
        modals.openConfirmModal({
          title,
          children: body,
          labels: { confirm, cancel: t('cancel') },
          confirmProps: danger ? { color: 'red' } : {},
          closeButtonProps: { 'aria-label': t('close') },
          onConfirm: () => resolve(true),
          onCancel: () => resolve(false),
          onClose: () => resolve(false),
        });
      }),
    [t],
  );
}
