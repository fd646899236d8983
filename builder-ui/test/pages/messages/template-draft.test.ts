import { expect, test } from 'vitest';
import { draftProblems, insertAt, type TemplateDraft } from '../../../src/pages/messages/template-draft.ts';

const draft: TemplateDraft = { key: 'thank-you', channel: 'email', name: 'Thanks', subject: 'Thank you', body: '<mjml/>' };

test('a complete draft has no problems', () => {
  expect(draftProblems(draft, [])).toEqual([]);
});

test.each(['', 'Thank You', 'thank_you', '-a', 'a-', 'a--b', '谢谢'])('“%s” is no key', (key) => {
  expect(draftProblems({ ...draft, key }, [])).toEqual([{ field: 'key', code: 'shape' }]);
});

test('the key of another template is refused', () => {
  expect(draftProblems(draft, ['thank-you'])).toEqual([{ field: 'key', code: 'taken' }]);
});

test('a mail needs a subject, a WeCom text does not', () => {
  expect(draftProblems({ ...draft, subject: ' ' }, [])).toEqual([{ field: 'subject', code: 'empty' }]);
  expect(draftProblems({ ...draft, channel: 'wecom', subject: '' }, [])).toEqual([]);
});

test('a variable takes the place of what is selected', () => {
  expect(insertAt('Dear XX,', { start: 5, end: 7 }, '{{ lead.name }}')).toEqual({ text: 'Dear {{ lead.name }},', cursor: 20 });
});
