import { renderWecom } from '@tendril/content/templates';
import { expect, test } from 'vitest';

test('values are not escaped, because nothing reads the text as markup', () => {
  expect(renderWecom('Hi {{ lead.name }}', { lead: { name: 'A & B <c>' } })).toEqual({ ok: true, text: 'Hi A & B <c>' });
});

test('blank lines that Liquid tags leave behind are closed up', () => {
  expect(renderWecom('a\r\n{% if lead.x %}\nx\n{% endif %}\n\n\nb\n', { lead: {} })).toEqual({ ok: true, text: 'a\n\nb' });
});

test('4000 bytes pass, 4001 do not, counted in UTF-8', () => {
  expect(renderWecom('{{ lead.text }}', { lead: { text: `${'线'.repeat(1333)}a` } })).toMatchObject({ ok: true });
  expect(renderWecom('{{ lead.text }}', { lead: { text: `${'线'.repeat(1333)}ab` } })).toEqual({
    ok: false,
    problem: { code: 'template.too-long', params: { bytes: 4001, limit: 4000 } },
  });
});

test('a message without words is refused', () => {
  expect(renderWecom(' {{ lead.nothing }}\n', { lead: {} })).toEqual({ ok: false, problem: { code: 'template.empty', params: { part: 'body' } } });
});

test('dates are read in China’s time', () => {
  expect(renderWecom('{{ lead.at | date: "%Y-%m-%d %H:%M" }}', { lead: { at: '2026-11-24T17:30:00Z' } })).toEqual({
    ok: true,
    text: '2026-11-25 01:30',
  });
});
