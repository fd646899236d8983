import { DAY, type Instant } from '@tendril/journey/model';
import type { Trace } from '@tendril/journey/simulator';
import { useEffect, useRef, useState } from 'react';

/** How long a simulated day takes while it plays, and how often the token moves, in real ms. */
const REAL_DAY_MS = 500;
const FRAME_MS = 100;

/** The moment that is looked at, and what moves it. */
export interface Playhead {
  readonly at: Instant;
  /** How many lines of the trace are told by now: of several at one instant, perhaps not all. */
  readonly told: number;
  readonly playing: boolean;
  /** Goes to an instant, with all that is decided at it, and stops playing. */
  goTo(at: Instant): void;
  /** Goes to one line of the trace and stops playing; a line that is not there goes nowhere. */
  tell(line: number): void;
  toggle(): void;
}

interface Place {
  readonly at: Instant;
  /** The last line that is told, where somebody asked for just that one. */
  readonly line: number | null;
}

/** Looks at the end of a trace until somebody moves; another trace keeps the moment, unless it was the end. */
export function usePlayhead({ startedAt, lines }: Trace, length: number): Playhead {
  const end = startedAt + length;
  const [{ at, line }, setPlace] = useState<Place>({ at: end, line: null });
  const [playing, setPlaying] = useState(false);
  const before = useRef({ startedAt, end });
  useEffect(() => {
    const old = before.current;
    before.current = { startedAt, end };
    setPlace((place) => ({ at: place.at >= old.end ? end : Math.min(end, place.at - old.startedAt + startedAt), line: null }));
  }, [startedAt, end]);
  useEffect(() => {
    if (!playing) return;
    const forth = (place: Place): Place => ({ at: Math.min(end, place.at + (DAY * FRAME_MS) / REAL_DAY_MS), line: null });
    const timer = setInterval(() => setPlace(forth), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, end]);
  useEffect(() => {
    if (playing && at >= end) setPlaying(false);
  }, [playing, at, end]);
  const goTo = (to: Instant) => {
    setPlaying(false);
    setPlace({ at: to, line: null });
  };
  const tell = (index: number) => {
    setPlaying(false);
    const told = lines[index];
    if (told !== undefined) setPlace({ at: told.at, line: index });
  };
  const toggle = () => {
    if (!playing && at >= end) setPlace({ at: startedAt, line: null });
    setPlaying(!playing);
  };
  const untilNow = lines.filter((each) => each.at <= at).length;
  return { at, told: line === null || lines[line]?.at !== at ? untilNow : line + 1, playing, goTo, tell, toggle };
}
