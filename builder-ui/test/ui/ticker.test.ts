import { afterEach, expect, test, vi } from 'vitest';
import { createTicker } from '../../src/ui/ticker.ts';

afterEach(() => vi.useRealTimers());

test('the time stands still between two ticks', () => {
  let now = 1_000;
  const ticker = createTicker({ now: () => now });
  now = 1_500;
  expect(ticker.now()).toBe(1_000);
  ticker.tick();
  expect(ticker.now()).toBe(1_500);
});

test('listeners hear each tick until they leave, and then no timer runs', () => {
  vi.useFakeTimers();
  const ticker = createTicker({ now: Date.now }, 1_000);
  let heard = 0;
  const leave = ticker.subscribe(() => {
    heard += 1;
  });
  vi.advanceTimersByTime(3_000);
  expect(heard).toBe(3);
  leave();
  expect(vi.getTimerCount()).toBe(0);
});

test('a listener that comes late sees the time of its coming', () => {
  let now = 1_000;
  const ticker = createTicker({ now: () => now });
  now = 9_000;
  const leave = ticker.subscribe(() => undefined);
  expect(ticker.now()).toBe(9_000);
  leave();
});
