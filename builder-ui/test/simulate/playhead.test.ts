import { DAY, HOUR } from '@tendril/journey/model';
import type { Trace } from '@tendril/journey/simulator';
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { usePlayhead } from '../../src/simulate/use-playhead.ts';

const START = Date.UTC(2026, 10, 24);
const line = (at: number) => ({ at: START + at, kind: 'passed', node: 'n', because: { code: 'x', params: {} } }) as const;

/** A way whose last three decisions fall on one moment. */
const trace = { startedAt: START, lines: [line(0), line(HOUR), line(2 * DAY), line(2 * DAY), line(2 * DAY)] } as unknown as Trace;

test('it begins at the end, and goes from decision to decision also where several fall on one moment', () => {
  const { result } = renderHook(() => usePlayhead(trace, 2 * DAY));
  expect(result.current.told).toBe(5);
  act(() => result.current.tell(result.current.told - 2));
  expect(result.current).toMatchObject({ at: START + 2 * DAY, told: 4 });
  act(() => result.current.tell(result.current.told - 2));
  act(() => result.current.tell(result.current.told - 2));
  expect(result.current).toMatchObject({ at: START + HOUR, told: 2 });
  act(() => result.current.tell(result.current.told));
  expect(result.current).toMatchObject({ at: START + 2 * DAY, told: 3 });
});

test('before the first and behind the last decision it stays where it is', () => {
  const { result } = renderHook(() => usePlayhead(trace, 2 * DAY));
  act(() => result.current.tell(result.current.told));
  expect(result.current.told).toBe(5);
  act(() => result.current.goTo(START));
  act(() => result.current.tell(result.current.told - 2));
  expect(result.current).toMatchObject({ at: START, told: 1 });
});

test('another way keeps the moment, and follows the end where it was at the end', () => {
  const { result, rerender } = renderHook(({ length }) => usePlayhead(trace, length), { initialProps: { length: 2 * DAY } });
  rerender({ length: 5 * DAY });
  expect(result.current.at).toBe(START + 5 * DAY);
  act(() => result.current.goTo(START + DAY));
  rerender({ length: 3 * DAY });
  expect(result.current).toMatchObject({ at: START + DAY, told: 2 });
  act(() => result.current.goTo(START + 2.5 * DAY));
  rerender({ length: 2 * DAY });
  expect(result.current.at).toBe(START + 2 * DAY);
});
