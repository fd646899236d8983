import { documentProblems, emptyDocument, parseDocument, readDocument } from '@tendril/journey/schema';
import { describe, expect, test } from 'vitest';

const document = {
  ...emptyDocument('Test'),
  nodes: [{ id: 'a', kind: 'exit', version: 1, name: '', config: {}, position: { x: 1, y: 2 } }],
};

function problemsOf(changed: unknown) {
  const read = readDocument(changed);
  return read.ok ? [] : read.problems.map(({ code, path, params }) => ({ code, path: path.join('.'), params }));
}

test('an empty journey is a valid document', () => {
  expect(readDocument(emptyDocument('New'))).toEqual({ ok: true, document: emptyDocument('New') });
});

test('a sparse document gets its defaults', () => {
  const read = readDocument({ ...document, settings: {}, notes: [] });
  expect(read.ok && read.document.settings).toEqual(emptyDocument('x').settings);
});

describe('a mistake is answered with its place', () => {
  test.each([
    ['not a journey', { hello: 1 }, 'document.format', 'format'],
    ['nothing at all', null, 'document.format', 'format'],
    ['no version', { ...document, schemaVersion: 'x' }, 'document.version', 'schemaVersion'],
    ['a later version', { ...document, schemaVersion: 99 }, 'document.too-new', 'schemaVersion'],
    ['a missing field', { ...document, nodes: [{ ...document.nodes[0], kind: undefined }] }, 'document.missing', 'nodes.0.kind'],
    ['a wrong type', { ...document, name: 5 }, 'document.wrong-type', 'name'],
    ['a misspelt setting', { ...document, settings: { quietHour: null } }, 'document.unknown-field', 'settings'],
    [
      'a wrong duration',
      { ...document, settings: { caps: [{ channel: 'email', count: 1, per: 'soon' }] } },
      'document.duration',
      'settings.caps.0.per',
    ],
    ['a wrong zone', { ...document, settings: { timeZone: 'Asia/Peking' } }, 'document.time-zone', 'settings.timeZone'],
    ['a wrong time', { ...document, settings: { quietHours: { from: '25:00', to: '08:00' } } }, 'document.time-of-day', 'settings.quietHours.from'],
    ['two nodes of one id', { ...document, nodes: [document.nodes[0], document.nodes[0]] }, 'document.duplicate-node', 'nodes.1.id'],
    [
      'an operator on the wrong sort of value, deep in a condition',
      { ...document, settings: { audience: { all: [{ not: { test: { of: 'stage' }, operator: 'gt', value: 5 } }] } } },
      'document.condition-operator',
      'settings.audience.all.0.not.operator',
    ],
    [
      'an operand of the wrong type',
      { ...document, settings: { audience: { test: { of: 'score', dimension: 'fit' }, operator: 'gt', value: '5' } } },
      'document.condition-operand',
      'settings.audience.value',
    ],
  ])('%s', (_title, changed, code, path) => {
    expect(problemsOf(changed)).toMatchObject([{ code, path }]);
  });

  test('in the text of a file, too', () => {
    expect(parseDocument('{"format":')).toMatchObject({ ok: false, problems: [{ code: 'document.not-json' }] });
    expect(parseDocument(JSON.stringify(document)).ok).toBe(true);
  });
});

test('problem sentences name the same values in every language', () => {
  const names = (text: string) => [...text.matchAll(/\{\{([^}]+)\}\}/g)].map((match) => match[1]).sort();
  for (const text of Object.values(documentProblems.texts)) expect(names(text['zh-CN'])).toEqual(names(text.en));
});
