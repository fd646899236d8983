import { expect, test } from 'vitest';
import { createI18n } from '../../src/i18n/create-i18n.ts';

test('values in texts of the page are written as in stored sentences: lengths of time in words, vocabulary in the language', () => {
  const i18n = createI18n('en');
  expect(i18n.t('leads:happened.run.resumed', { paused: 2 * 86_400_000 })).toContain('2 days');
  expect(i18n.t('leads:happened.run.resumed', { paused: 2 * 86_400_000, lng: 'zh-CN' })).toContain('2 天');
});
