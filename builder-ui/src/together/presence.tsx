import { Avatar, Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Seat, useSeats } from './seats.ts';

const MOST = 4;

const initialOf = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? '?';

/** Everybody who has the journey open, with a word on what they do. Nothing while one is alone. */
export function Presence() {
  const { t } = useTranslation('together');
  const { answer, tab } = useSeats();
  const seats = answer?.seats ?? [];
  if (seats.length < 2) return null;
  const what = (seat: Seat) => t(seat.holds ? 'presence.edits' : 'presence.looks', { name: seat.tab === tab ? t('presence.you') : seat.name });
  return (
    <Avatar.Group spacing={4} style={{ flex: 'none' }} role="list" aria-label={t('presence.label', { count: seats.length })} data-testid="presence">
      {seats.slice(0, MOST).map((seat) => (
        <Tooltip key={seat.tab} label={what(seat)}>
          <Avatar
            size={24}
            radius="xl"
            color={seat.holds ? 'vine' : 'gray'}
            variant={seat.holds ? 'filled' : 'light'}
            role="listitem"
            aria-label={what(seat)}
          >
            <span aria-hidden>{initialOf(seat.name)}</span>
          </Avatar>
        </Tooltip>
      ))}
      {seats.length > MOST && (
        <Avatar size={24} radius="xl" role="listitem" aria-label={t('presence.more', { count: seats.length - MOST })}>
          <span aria-hidden>+{seats.length - MOST}</span>
        </Avatar>
      )}
    </Avatar.Group>
  );
}
