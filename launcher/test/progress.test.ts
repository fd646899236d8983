import { expect, test } from 'vitest';
import { createProgress } from '../src/progress.ts';

test('a step can await another one, in whatever order they were named', async () => {
  const progress = createProgress({ quiet: true });
  const { promise: told, resolve: tell } = Promise.withResolvers<string>();
  const second = progress.step('second', async () => `${await told} and second`);
  const first = progress.step('first', async () => tell('first'));
  await progress.show();
  await first;
  expect(await second).toBe('first and second');
});

test('the first failure is reported, and not what failed because of it', async () => {
  const progress = createProgress({ quiet: true });
  const database = progress.step('database', async () => {
    throw new Error('the disk is full');
  });
  const api = progress.step('api', async () => {
    await database.catch(() => {
      throw new Error('no database');
    });
  });
  api.catch(() => undefined);
  await expect(progress.show()).rejects.toThrow('the disk is full');
});
