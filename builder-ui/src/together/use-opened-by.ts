import { useEffect, useState } from 'react';
import type { Seats } from './seats.ts';

/** How the canvas is opened: for editing or for looking on, and whether it was open for editing before. */
export interface OpenedBy {
  readonly pen: 'mine' | 'elsewhere';
  readonly hadPen: boolean;
  /** Grows whenever the canvas has to be opened anew. */
  readonly turn: number;
}

/** Opens the canvas anew when the pen has gone over, on the draft as it is then. Null until it is known who edits. */
export function useOpenedBy({ pen, answer }: Seats, revision: number | undefined, refetch: () => Promise<unknown>): OpenedBy | null {
  const [opened, setOpened] = useState<OpenedBy | null>(null);
  const stale = opened === null && answer !== null && answer.revision !== revision;
  const ready = pen !== null && revision !== undefined;
  useEffect(() => {
    if (!ready || opened?.pen === pen) return;
    let current = true;
    const open = () => {
      if (current) setOpened((before) => ({ pen, hadPen: before?.pen === 'mine', turn: (before?.turn ?? 0) + 1 }));
    };
    if (opened === null && !stale) open();
    else void refetch().finally(open);
    return () => {
      current = false;
    };
  }, [ready, pen, opened, stale, refetch]);
  return opened;
}
