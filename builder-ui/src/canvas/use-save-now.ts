import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Autosave } from '../document/autosave.ts';

const ID = 'saved-now';
const FLASH_MS = 1_500;

/** Saves at once and says so: people press the key to be sure, also when everything is saved already. */
export function useSaveNow(autosave: Autosave): () => void {
  const { t } = useTranslation('canvas');
  return useCallback(() => {
    void autosave.flush().then((saved) => {
      if (!saved) return;
      notifications.hide(ID);
      notifications.show({ id: ID, message: t('save.now'), color: 'vine', autoClose: FLASH_MS, withCloseButton: false });
    });
  }, [autosave, t]);
}
