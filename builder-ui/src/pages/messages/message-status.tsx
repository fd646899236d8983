import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../ui/chip.tsx';
import type { MessageRow } from './message-answers.ts';

const TONES: Readonly<Record<MessageRow['status'], Tone>> = {
  planned: 'plain',
  held: 'warn',
  sending: 'live',
  sent: 'live',
  failed: 'bad',
  unknown: 'warn',
  skipped: 'plain',
};

/** The state of a message; hovering says what the state means. */
export function MessageStatus({ status }: { readonly status: MessageRow['status'] }) {
  const { t } = useTranslation('messages');
  return (
    <Chip tone={TONES[status]} title={t(`statusHelp.${status}`)}>
      {t(`status.${status}`)}
    </Chip>
  );
}
