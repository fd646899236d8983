import { expect, test } from 'vitest';
import { deskCommand, type KeyPress } from '../../../src/pages/desk/desk-command.ts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  deskCommand({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, repeat: false, ...more });

test('each key has its command', () => {
  expect(press('j')).toEqual({ do: 'move', by: 1 });
  expect(press('K')).toEqual({ do: 'move', by: -1 });
  expect(press('a')).toEqual({ do: 'accept' });
  expect(press('E')).toEqual({ do: 'note' });
  expect(press('1')).toEqual({ do: 'dispose', index: 0 });
  expect(press('9')).toEqual({ do: 'dispose', index: 8 });
  expect(press('0')).toBeNull();
  expect(press('Enter')).toBeNull();
});

test('keys of the browser and of an input method are left alone', () => {
  expect(press('a', { ctrlKey: true })).toBeNull();
  expect(press('1', { metaKey: true })).toBeNull();
  expect(press('j', { altKey: true })).toBeNull();
  expect(press('1', { isComposing: true })).toBeNull();
});

test('a key held down moves on, but records nothing twice', () => {
  expect(press('j', { repeat: true })).toEqual({ do: 'move', by: 1 });
  expect(press('a', { repeat: true })).toBeNull();
  expect(press('2', { repeat: true })).toBeNull();
});
