import { createContext, use } from 'react';
import type { Answers } from '../api/trpc.ts';

/** Who has the open journey open, as the API last said. */
export type SeatsAnswer = Answers['seats']['keep'];
export type Seat = SeatsAnswer['seats'][number];

/** The seats of the open journey and this tab's own. */
export interface Seats {
  readonly tab: string;
  /** Null until the API has answered once. */
  readonly answer: SeatsAnswer | null;
  /** Whether this tab edits; null while that is not known. */
  readonly pen: 'mine' | 'elsewhere' | null;
  /** Asks who is there at once, after something that may have changed it. */
  look(): void;
  ask(): void;
  handOver(to: string): void;
  keepPen(asker: string): void;
}

/** Holds the seats for everything on the canvas page. */
export const SeatsContext = createContext<Seats | null>(null);

/**
 * The seats of the open journey.
 * @throws Error outside the canvas page.
 */
export function useSeats(): Seats {
  const seats = use(SeatsContext);
  if (seats === null) throw new Error('useSeats is for parts of the canvas page.');
  return seats;
}

/** Who edits; undefined if nobody does. */
export const holderOf = ({ answer }: Pick<Seats, 'answer'>): Seat | undefined => answer?.seats.find(({ holds }) => holds);
