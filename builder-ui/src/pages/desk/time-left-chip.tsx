import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Chip, type Tone } from '../../ui/chip.tsx';
import { countdownText } from '../../ui/countdown-text.ts';
import { useClockValue } from '../../ui/use-clock-value.ts';
import type { InboxRow } from './desk-answers.ts';
import { type Urgency, urgencyOf } from './time-left.ts';

const TONES: Readonly<Record<Urgency, Tone>> = { calm: 'plain', soon: 'warn', urgent: 'bad', over: 'bad' };

/** The deadline in force: to accept while open, to answer while accepted, none once closed. ISO 8601. */
export function deadlineOf(row: Pick<InboxRow, 'status' | 'acceptBy' | 'respondBy'>): string | null {
  if (row.status === 'open') return row.acceptBy;
  return row.status === 'accepted' ? row.respondBy : null;
}

/** How long is left to accept or to answer, ticking; how far over once it is over. */
export function TimeLeftChip({ row }: { readonly row: InboxRow }) {
  const { t } = useTranslation('desk');
  const format = useFormat();
  const deadline = deadlineOf(row);
  const due = deadline === null ? Number.POSITIVE_INFINITY : Date.parse(deadline);
  const urgency = useClockValue((now) => urgencyOf({ since: Date.parse(row.createdAt), due, now }));
  const text = useClockValue((now) => countdownText(due - now, format.locale));
  if (deadline === null) return null;
  const doing = row.status === 'open' ? 'accept' : 'answer';
  return (
    <Chip tone={TONES[urgency]} title={t(`due.${doing}`, { at: format.exact(deadline) })}>
      {urgency === 'over' ? t('due.over', { by: text }) : text}
    </Chip>
  );
}
