import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { suggestName } from '../../src/compile/suggest-name.ts';
import type { JourneyDocument, QuickFix } from '../../src/model/index.ts';
import { builtInNodeTypes, portsOf } from '../../src/nodes/index.ts';
import { journey } from '../journey-builder.ts';
import { START } from '../lead.ts';
import { CASES, KNOWN } from './problem-cases.ts';

const remarksOn = (document: unknown) => compile(document, { nodeTypes: builtInNodeTypes, known: KNOWN, now: START }).diagnostics;

/** Does to the document what the canvas does for each mend. */
function mended(document: JourneyDocument, fix: QuickFix): JourneyDocument {
  const { nodes, edges } = document;
  const added = (kind: string, config = {}) => ({ id: 'added', kind, version: 1, name: '', config, position: { x: 0, y: 0 } });
  switch (fix.do) {
    case 'set-config':
      return { ...document, nodes: nodes.map((node) => (node.id === fix.node ? { ...node, config: fix.config } : node)) };
    case 'connect':
      return { ...document, edges: [...edges, { from: fix.node, port: fix.port, to: fix.to }] };
    case 'add-exit':
      return { ...document, nodes: [...nodes, added('exit')], edges: [...edges, { from: fix.node, port: fix.port, to: 'added' }] };
    case 'disconnect':
      return { ...document, edges: edges.filter(({ from, port }) => from !== fix.node || port !== fix.port) };
    case 'insert-step': {
      const step = added(fix.kind, fix.config);
      const [first] = portsOf(builtInNodeTypes, step);
      const edge = edges.find(({ from, port }) => from === fix.node && port === fix.port);
      if (edge === undefined || first === undefined) throw new Error('There is nothing to put a step into.');
      const others = edges.filter((one) => one !== edge);
      return { ...document, nodes: [...nodes, step], edges: [...others, { ...edge, to: 'added' }, { from: 'added', port: first.id, to: edge.to }] };
    }
    case 'remove-node':
      return {
        ...document,
        nodes: nodes.filter(({ id }) => id !== fix.node),
        edges: edges.filter(({ from, to }) => from !== fix.node && to !== fix.node),
      };
  }
}

const fixable = CASES.flatMap(({ code, stored }) => {
  const found = remarksOn(stored).find((remark) => remark.code === code);
  return found?.fix === undefined ? [] : [{ code, stored: stored as JourneyDocument, remark: found, fix: found.fix }];
});

test('many remarks can be mended by one key', () => {
  expect(fixable.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['J201', 'J204', 'J205', 'J207', 'J210', 'J301', 'J403', 'J404', 'J501', 'J505', 'J511']),
  );
});

test.each(fixable)('the mend of $code makes the remark go away', ({ code, stored, remark, fix }) => {
  const after = remarksOn(mended(stored, fix)).filter((one) => one.code === code && one.node === remark.node && one.port === remark.port);
  expect(after).toEqual([]);
});

describe('a name that does not exist', () => {
  test.each([
    ['thank-yuo', ['thank-you', 'invite'], 'thank-you'],
    ['Silent', ['nurture', 'silent'], 'silent'],
    ['hello', ['thank-you', 'invite'], null],
    ['a1', ['a2', 'a3'], null],
    [null, ['nurture'], 'nurture'],
    [null, ['nurture', 'events'], null],
    [null, [], null],
  ])('%s among %j is taken for %s', (written, names, meant) => {
    expect(suggestName(written, names)).toBe(meant);
  });

  test('is offered where it was probably meant', () => {
    const document = journey('typo')
      .step('entry', 'entry-manual', {}, 'mail')
      .step('mail', 'send-email', { template: 'thank-yuo', topic: 'nurture' }, 'end')
      .exit('end')
      .document();
    expect(remarksOn(document)[0]).toMatchObject({
      code: 'J401',
      fix: { do: 'set-config', node: 'mail', config: { template: 'thank-you', topic: 'nurture' } },
    });
  });
});
