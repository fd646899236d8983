import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useErrorSentence } from '../api/error-sentence.ts';

/** Short news that needs no answer. */
export interface Toasts {
  /** Something the reader asked for is done. */
  done(message: string): void;
  /** Something failed; says why and what to do. */
  failed(error: unknown): void;
}

/** News in the corner of the screen, read out by screen readers. */
export function useToasts(): Toasts {
  const sentence = useErrorSentence();
  return useMemo(
    () => ({
      done: (message) => void notifications.show({ message, icon: <IconCheck size={16} />, color: 'vine', autoClose: 5_000 }),
      failed: (error) =>
        void notifications.show({ message: sentence(error), icon: <IconAlertTriangle size={16} />, color: 'red', autoClose: 10_000 }),
    }),
    [sentence],
  );
}
