import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAutosave } from '../../src/ui/use-autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

function start(save: (value: string) => Promise<void>) {
  return renderHook(() => useAutosave({ save, restMs: 700, now: () => 5_000 }));
}

test('only the last of quick changes is saved, once typing rests', async () => {
  const saved: string[] = [];
  const { result } = start(async (value) => void saved.push(value));
  act(() => result.current.change('a'));
  await rest(600);
  act(() => result.current.change('ab'));
  await rest(600);
  expect(saved).toEqual([]);
  await rest(100);
  expect(saved).toEqual(['ab']);
  expect(result.current.state).toEqual({ at: 'saved', savedAt: 5_000 });
});

test('leaving saves what is waiting', async () => {
  const saved: string[] = [];
  const { result, unmount } = start(async (value) => void saved.push(value));
  act(() => result.current.change('a'));
  unmount();
  await rest(0);
  expect(saved).toEqual(['a']);
});

test('a failed save is kept and saved by the next try', async () => {
  const saved: string[] = [];
  let away = true;
  const { result } = start(async (value) => {
    if (away) throw new Error('away');
    saved.push(value);
  });
  act(() => result.current.change('a'));
  await rest(700);
  expect(result.current.state.at).toBe('failed');
  away = false;
  await act(() => result.current.flush());
  expect(saved).toEqual(['a']);
});

test('saves never overtake each other', async () => {
  const order: string[] = [];
  const gates: (() => void)[] = [];
  const { result } = start(
    (value) =>
      new Promise<void>((resolve) => {
        order.push(`begin ${value}`);
        gates.push(() => {
          order.push(`end ${value}`);
          resolve();
        });
      }),
  );
  act(() => result.current.change('a'));
  await rest(700);
  act(() => result.current.change('b'));
  await rest(700);
  expect(order).toEqual(['begin a']);
  await act(async () => gates[0]?.());
  expect(order).toEqual(['begin a', 'end a', 'begin b']);
});
