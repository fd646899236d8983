import { templateVariables } from '@tendril/content/templates';
import { expect, test } from 'vitest';

test('names every value read from outside, once and sorted', () => {
  expect(
    templateVariables('{{ lead.name }}', '{% if lead.score > 3 %}{{ lead.name | upcase }}{% endif %} {{ company["industry"] }} {{ lead.tags[0] }}'),
  ).toEqual(['company.industry', 'lead.name', 'lead.score', 'lead.tags']);
});

test('leaves out what the template sets itself and what rendering adds', () => {
  expect(templateVariables('{% assign x = lead.a %}{{ x }}{% for item in lead.items %}{{ item.title }}{% endfor %}{{ unsubscribe_url }}')).toEqual([
    'lead.a',
    'lead.items',
  ]);
});

test('a broken template reads nothing', () => {
  expect(templateVariables('{% if lead.name %}')).toEqual([]);
});
