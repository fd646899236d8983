import { placeholdersOf } from '@tendril/journey/sentences';
import { runtimeSentences } from '@tendril/runtime';
import { expect, test } from 'vitest';

test.each(Object.entries(runtimeSentences.texts))('%s says the same in every language', (_code, text) => {
  expect(text.en).not.toBe('');
  expect(placeholdersOf(text['zh-CN'])).toEqual(placeholdersOf(text.en));
});
