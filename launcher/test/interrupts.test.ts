import { expect, test } from 'vitest';
import { createInterrupts } from '../src/interrupts.ts';

function recorded() {
  const story: string[] = [];
  const clock = { now: 0 };
  const interrupts = createInterrupts({ now: () => clock.now, end: () => story.push('end'), force: () => story.push('force') });
  const receiveAt = (now: number): void => {
    clock.now = now;
    interrupts.receive();
  };
  return { story, receiveAt };
}

test('one Ctrl+C ends in good order, a second one forces', () => {
  const { story, receiveAt } = recorded();
  receiveAt(0);
  receiveAt(2_000);
  expect(story).toEqual(['end', 'force']);
});

test('the same Ctrl+C, passed on by npm as well, counts once', () => {
  const { story, receiveAt } = recorded();
  receiveAt(0);
  receiveAt(3);
  receiveAt(250);
  expect(story).toEqual(['end']);
});
