import { expect, test } from 'vitest';
import { resolveTemporal, type TemporalSource } from '../../src/temporal-cli/resolve-temporal.ts';

const has = (name: string, path: string): TemporalSource => ({ name, find: async () => ({ path }) });
const lacks = (name: string, missing: string): TemporalSource => ({ name, find: async () => ({ missing }) });
const neverAsked: TemporalSource = {
  name: 'never asked',
  find: () => {
    throw new Error('a later source was asked although an earlier one had the program');
  },
};

test('the first source that has the program wins, and later ones are left alone', async () => {
  expect(await resolveTemporal([lacks('PATH', 'not there'), has('cache', '/cache/temporal'), neverAsked])).toBe('/cache/temporal');
});

test('when nobody has it, every source is listed with its reason, and the remedy is named', async () => {
  const sources = [
    lacks('temporal on PATH', 'not there'),
    lacks('temporal.download', 'cannot be reached'),
    lacks('go install', 'no Go on this machine'),
  ];
  await expect(resolveTemporal(sources)).rejects.toThrow(
    /temporal on PATH: not there; temporal\.download: cannot be reached; go install: no Go on this machine\. Set TEMPORAL_ADDRESS/,
  );
});

test('a source that takes time says what it does', async () => {
  const heard: string[] = [];
  const slow: TemporalSource = {
    name: 'slow',
    find: async (say) => {
      say('fetching');
      return { path: '/fetched' };
    },
  };
  await resolveTemporal([slow], (progress) => heard.push(progress));
  expect(heard).toEqual(['fetching']);
});
