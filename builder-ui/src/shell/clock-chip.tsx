import { Tooltip } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import type { Session } from './session-context.ts';
import { realDay, useVirtualNow } from './workspace-clock.ts';

/** Says at all times that days pass faster here, and what time it is there. Nothing in a workspace on real time. */
export function ClockChip({ clock }: { readonly clock: Session['workspace']['clock'] }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const now = useVirtualNow(clock, 500);
  if (clock.factor === 1) return null;
  return (
    <Tooltip label={t('clock.help')} multiline maw={300}>
      <span className="chip num" data-testid="clock">
        <IconClockPlay size={14} aria-hidden />
        {t('clock.chip', { length: format.duration(realDay(clock)) })}
        <b>{format.short(now)}</b>
      </span>
    </Tooltip>
  );
}
