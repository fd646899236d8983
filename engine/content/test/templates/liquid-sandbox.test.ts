import { existsSync } from 'node:fs';
import { renderWecom } from '@tendril/content/templates';
import { expect, test } from 'vitest';

const render = (body: string, lead: Record<string, unknown> = {}) => renderWecom(body, { lead });

test.each(['render', 'include', 'layout'])('{%% %s %%} reads no file, although one is there', (tag) => {
  expect(existsSync('package.json')).toBe(true);

  expect(render(`x {% ${tag} "package.json" %}`)).toMatchObject({ ok: false, problem: { code: 'template.liquid' } });
});

test.each(['../package.json', '/etc/passwd', './package.json'])('nor does a path like %s', (path) => {
  expect(render(`x {% render "${path}" %}`)).toMatchObject({ ok: false, problem: { code: 'template.liquid' } });
});

test.each([
  '{{ lead.constructor }}',
  '{{ lead.__proto__ }}',
  '{{ lead.toString }}',
  '{{ lead.name.constructor.name }}',
  '{{ process }}',
  '{{ globalThis }}',
])('%s reads nothing beyond the data', (body) => {
  expect(render(`[${body}]`, { name: 'x' })).toEqual({ ok: true, text: '[]' });
});

test('functions in the data are neither called nor shown', () => {
  expect(render('[{{ lead.secret }}]', { secret: () => 'told' })).toEqual({ ok: true, text: '[]' });
});

test('the filter that would switch escaping off does not exist', () => {
  expect(render('{{ lead.name | raw }}')).toMatchObject({ ok: false, problem: { code: 'template.liquid' } });
});

test.each([
  ['a loop over a hundred million', '{% for i in (1..100000000) %}x{% endfor %}'],
  ['loops inside loops', '{% for i in (1..9999) %}{% for j in (1..9999) %}x{% endfor %}{% endfor %}'],
  ['a text that doubles', `{% assign a = "xxxxxxxxxx" %}${'{% assign a = a | append: a %}'.repeat(40)}{{ a }}`],
])('%s ends within its limit instead of the worker', (_name, body) => {
  const started = performance.now();

  expect(render(body)).toMatchObject({ ok: false, problem: { code: 'template.too-heavy' } });
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a source beyond the limit is refused before it is parsed', () => {
  expect(render('x'.repeat(200_001))).toEqual({
    ok: false,
    problem: { code: 'template.source-too-long', params: { length: 200_001, limit: 200_000 } },
  });
});

test('huge values are cut before they are rendered', () => {
  expect(render('{{ lead.note | size }} {{ lead.list | size }}', { note: 'x'.repeat(1_000_000), list: Array(10_000).fill(1) })).toEqual({
    ok: true,
    text: '20000 500',
  });
});
