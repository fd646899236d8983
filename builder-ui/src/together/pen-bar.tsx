import { Button } from '@mantine/core';
import { IconEye, IconHandStop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Autosave } from '../document/autosave.ts';
import { useSession } from '../shell/session-context.ts';
import { holderOf, type Seat, type Seats, useSeats } from './seats.ts';
import css from './together.module.css';

const secondsLeft = ({ answer }: Seats, askingMs: number): number => Math.max(0, Math.ceil(((answer?.silenceMs ?? 0) - askingMs) / 1_000));

/** For whoever looks on: who edits, and how to get the pen. */
function LookingOnBar({ holder }: { readonly holder: Seat }) {
  const { t } = useTranslation('together');
  const seats = useSeats();
  const { user } = useSession();
  const own = seats.answer?.seats.find(({ tab }) => tab === seats.tab);
  const who = holder.userId === user.id ? t('pen.yourOtherTab') : t('pen.edits', { name: holder.name });
  const waits = own !== undefined && own.askingMs !== null;
  return (
    <section className={css['bar']} aria-label={t('pen.label')} data-testid="looking-on">
      <IconEye size={17} aria-hidden />
      <p role="status">{waits ? t('pen.asked', { who, count: secondsLeft(seats, own.askingMs) }) : who}</p>
      {!waits && (
        <Button size="compact-sm" variant="default" onClick={seats.ask}>
          {t('pen.ask')}
        </Button>
      )}
    </section>
  );
}

/** For whoever edits: who asks for the pen. The draft is saved before it changes hands. */
function AskedBar({ asker, autosave }: { readonly asker: Seat & { readonly askingMs: number }; readonly autosave: Autosave }) {
  const { t } = useTranslation('together');
  const seats = useSeats();
  const handOver = async () => {
    if (await autosave.flush()) seats.handOver(asker.tab);
  };
  return (
    <section className={css['bar']} data-tone="asks" aria-label={t('pen.label')} data-testid="asked">
      <IconHandStop size={17} aria-hidden />
      <p>
        <span role="status">{t('pen.asks', { name: asker.name })}</span> {t('pen.byItself', { count: secondsLeft(seats, asker.askingMs) })}
      </p>
      <Button size="compact-sm" onClick={() => void handOver()}>
        {t('pen.handOver')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => seats.keepPen(asker.tab)}>
        {t('pen.keep')}
      </Button>
    </section>
  );
}

/** The pen of the open journey: who has it, who asks for it. Nothing while one draws alone. */
export function PenBar({ autosave }: { readonly autosave: Autosave }) {
  const seats = useSeats();
  const { role } = useSession();
  const holder = holderOf(seats);
  if (seats.pen === 'mine') {
    const asking = (seats.answer?.seats ?? []).flatMap((seat) => (seat.askingMs === null ? [] : [{ ...seat, askingMs: seat.askingMs }]));
    const [asker] = asking.sort((a, b) => b.askingMs - a.askingMs);
    return asker === undefined ? null : <AskedBar asker={asker} autosave={autosave} />;
  }
  return holder === undefined || (role !== 'marketer' && role !== 'admin') ? null : <LookingOnBar holder={holder} />;
}

/** Stripes over a canvas that somebody else draws on. */
export function LookingOn() {
  const seats = useSeats();
  return seats.pen === 'elsewhere' && holderOf(seats) !== undefined ? <div className={css['stripes']} aria-hidden data-testid="stripes" /> : null;
}
