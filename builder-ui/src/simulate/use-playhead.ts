import { DAY, type Instant } from '@tendril/journey/model';
import type { Trace } from '@tendril/journey/simulator';
import { useEffect, useRef, useState } from 'react';

/** How long a simulated day takes while it plays, and how often the token moves, in real ms. */
const REAL_DAY_MS = 500;
const FRAME_MS = 100;

/** The moment that is looked at, and what moves it. */
export interface Playhead {
  readonly at: Instant;
  readonly playing: boolean;
  /** Goes to an instant and stops playing; undefined goes nowhere. */
  jump(to: Instant | undefined): void;
  toggle(): void;
}

/** Looks at the end of a trace until somebody moves; another trace keeps the moment, unless it was the end. */
export function usePlayhead(trace: Trace, length: number): Playhead {
  const { startedAt } = trace;
  const end = startedAt + length;
  const [at, setAt] = useState<Instant>(end);
  const [playing, setPlaying] = useState(false);
  const before = useRef({ startedAt, end });
  useEffect(() => {
    const old = before.current;
    before.current = { startedAt, end };
    setAt((moment) => (moment >= old.end ? end : Math.min(end, moment - old.startedAt + startedAt)));
  }, [startedAt, end]);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAt((moment) => Math.min(end, moment + (DAY * FRAME_MS) / REAL_DAY_MS)), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, end]);
  useEffect(() => {
    if (playing && at >= end) setPlaying(false);
  }, [playing, at, end]);
  const jump = (to: Instant | undefined) => {
    setPlaying(false);
    if (to !== undefined) setAt(to);
  };
  const toggle = () => {
    if (!playing && at >= end) setAt(startedAt);
    setPlaying(!playing);
  };
  return { at, playing, jump, toggle };
}
