import { builtInNodeTypes as types } from '@tendril/journey/nodes';
import { describe, expect, test } from 'vitest';
import { addStep, appendStep, insertStep } from '../../src/document/commands/add-step.ts';
import { applyFix } from '../../src/document/commands/apply-fix.ts';
import { moveSteps, renameStep, replaceStep, setConfig, setDisabled } from '../../src/document/commands/change-step.ts';
import { connect, disconnect, flip, mayConnect } from '../../src/document/commands/connect.ts';
import { deleteSteps } from '../../src/document/commands/delete-steps.ts';
import { copyFragment, fragmentText, pasteFragment, readFragment } from '../../src/document/commands/fragment.ts';
import { deleteNotes, freeNotePlace, putNote } from '../../src/document/commands/notes.ts';
import { countingIds, draw, placesOf, stepOf, waysOf } from '../support/drawing.ts';

const definitionOf = (kind: string) => {
  const definition = types.get(kind);
  if (definition === undefined) throw new Error(kind);
  return definition;
};

const line = () => draw({ in: 'entry-new-lead', mail: 'send-email', out: 'exit' }, 'in.next > mail', 'mail.next > out');

describe('adding', () => {
  test('a step dropped onto a connection takes its place in it, and what follows moves down', () => {
    const before = line();
    const after = insertStep(before, { from: 'in', port: 'next', to: 'mail' }, stepOf('wait', 'w'), types);
    expect(waysOf(after)).toEqual(['in.next > w', 'mail.next > out', 'w.next > mail']);
    expect(placesOf(after)).toEqual({ in: '0,0', w: '0,120', mail: '0,240', out: '0,360' });
  });

  test('a split dropped onto a connection sends what follows down its first way', () => {
    const after = insertStep(line(), { from: 'in', port: 'next', to: 'mail' }, stepOf('if-else', 'if'), types);
    expect(waysOf(after)).toContain('if.yes > mail');
    expect(waysOf(after)).not.toContain('if.no > mail');
  });

  test('an entry cannot follow anything: it is put aside', () => {
    const after = appendStep(line(), { node: 'out', port: 'next' }, stepOf('entry-event', 'e'), types);
    expect(waysOf(after)).toEqual(waysOf(line()));
    expect(after.nodes.map(({ id }) => id)).toContain('e');
  });

  test('steps never lie on top of each other', () => {
    const before = line();
    const after = addStep(before, { ...stepOf('wait', 'w'), position: { x: 10, y: 5 } });
    const placed = after.nodes.at(-1)?.position ?? { x: 0, y: 0 };
    for (const { position } of before.nodes) expect(Math.abs(position.x - placed.x) >= 232 || Math.abs(position.y - placed.y) >= 78).toBe(true);
  });
});

describe('connecting', () => {
  test('a way out leads to one step only', () => {
    expect(waysOf(connect(line(), { node: 'in', port: 'next' }, 'out', types))).toEqual(['in.next > out', 'mail.next > out']);
  });

  test('nothing leads to an entry or to itself', () => {
    const document = line();
    expect(mayConnect(document, { node: 'mail', port: 'next' }, 'in', types)).toBe(false);
    expect(connect(document, { node: 'mail', port: 'next' }, 'mail', types)).toBe(document);
  });

  test('disconnecting what is not connected changes nothing', () => {
    const document = line();
    expect(disconnect(document, [{ node: 'out', port: 'next' }])).toBe(document);
  });

  test('flipping exchanges where two ways lead', () => {
    const document = draw({ if: 'if-else', a: 'exit', b: 'wait' }, 'if.yes > a', 'if.no > b');
    expect(waysOf(flip(document, 'if', ['yes', 'no']))).toEqual(['if.no > a', 'if.yes > b']);
  });
});

describe('deleting', () => {
  test('closes the gap of a step with one way in and one way out, and pulls what follows up', () => {
    const after = deleteSteps(line(), ['mail']);
    expect(waysOf(after)).toEqual(['in.next > out']);
    expect(placesOf(after)).toEqual({ in: '0,0', out: '0,120' });
  });

  const split = () =>
    draw({ in: 'entry-new-lead', if: 'if-else', a: 'exit', b: 'wait', c: 'exit' }, 'in.next > if', 'if.yes > a', 'if.no > b', 'b.next > c');

  test('of a split keeps the named way, and leaves the steps of the other unconnected', () => {
    const after = deleteSteps(split(), ['if'], new Map([['if', 'yes']]));
    expect(waysOf(after)).toEqual(['b.next > c', 'in.next > a']);
    expect(after.nodes.map(({ id }) => id)).toEqual(['in', 'a', 'b', 'c']);
  });

  test('of a split keeps the way with most behind it if none is named', () => {
    expect(waysOf(deleteSteps(split(), ['if']))).toContain('in.next > b');
  });

  test('of a split may keep no way at all', () => {
    expect(waysOf(deleteSteps(split(), ['if'], new Map([['if', null]])))).toEqual(['b.next > c']);
  });

  test('never makes a step lead to itself', () => {
    const loop = draw({ a: 'wait', b: 'wait' }, 'a.next > b', 'b.next > a');
    expect(waysOf(deleteSteps(loop, ['b']))).toEqual([]);
  });
});

describe('changing', () => {
  test('an edit that changes nothing answers the same document', () => {
    const document = line();
    expect(renameStep(document, 'mail', '')).toBe(document);
    expect(setDisabled(document, ['mail'], false)).toBe(document);
    expect(moveSteps(document, new Map([['mail', { x: 0, y: 120 }]]))).toBe(document);
  });

  test('switching off and on again leaves no trace in the file', () => {
    const document = line();
    expect(setDisabled(setDisabled(document, ['mail'], true), ['mail'], false)).toEqual(document);
  });

  test('a way out that is gone takes its connection along', () => {
    const document = draw({ mail: 'send-email', a: 'exit', b: 'exit' }, 'mail.next > a', 'mail.unreachable > b');
    const withBoth = setConfig(document, 'mail', { ...document.nodes[0]?.config, branchWhenUnreachable: true }, types);
    expect(waysOf(withBoth)).toEqual(['mail.next > a', 'mail.unreachable > b']);
    const config = { ...withBoth.nodes[0]?.config, branchWhenUnreachable: false };
    expect(waysOf(setConfig(withBoth, 'mail', config, types))).toEqual(['mail.next > a']);
  });

  test('a way out that only changes its name keeps its connection', () => {
    const document = draw({ gate: 'score-gate', a: 'exit', b: 'exit' }, 'gate.high > a', 'gate.low > b');
    const outcomes = [{ id: 'hot', label: 'Hot', combine: 'any', grades: null, minScore: 80, minIntent: null }];
    expect(waysOf(setConfig(document, 'gate', { outcomes }, types))).toEqual(['gate.hot > a', 'gate.low > b']);
  });

  test('a half-typed config drops nothing', () => {
    const document = draw({ gate: 'score-gate', a: 'exit' }, 'gate.high > a');
    expect(waysOf(setConfig(document, 'gate', { outcomes: [] }, types))).toEqual(['gate.high > a']);
  });

  test('replacing keeps settings and ways that both types know', () => {
    const document = draw({ mail: 'send-email', a: 'exit' }, 'mail.next > a');
    const after = replaceStep(document, 'mail', definitionOf('send-wecom'), types);
    const step = after.nodes.find(({ id }) => id === 'mail');
    expect(step?.kind).toBe('send-wecom');
    expect(step?.config).toMatchObject({ template: 'thank-you', topic: 'nurture' });
    expect(waysOf(after)).toEqual(['mail.sent > a']);
  });
});

describe('copying', () => {
  test('pasting gives fresh ids and keeps the connections inside', () => {
    const document = line();
    const fragment = copyFragment(document, new Set(['in', 'mail']));
    const { document: after, ids } = pasteFragment(document, fragment, countingIds(), { x: 500, y: 500 });
    expect(ids).toEqual(['n1', 'n2']);
    expect(waysOf(after)).toEqual([...waysOf(document), 'n1.next > n2'].sort());
    expect(placesOf(after)).toMatchObject({ n1: '500,500', n2: '500,620' });
  });

  test('travels as text, also as a whole journey file, and other text is not taken for one', () => {
    const fragment = copyFragment(line(), new Set(['mail']));
    expect(readFragment(fragmentText(fragment))).toEqual(fragment);
    expect(readFragment(JSON.stringify(line()))?.nodes).toHaveLength(3);
    expect(readFragment('hello')).toBeNull();
    expect(readFragment('{"format":"something-else"}')).toBeNull();
    expect(readFragment('{"format":"tendril.fragment","nodes":[{"id":1}]}')?.nodes).toEqual([]);
  });
});

test('notes are put, changed and taken away', () => {
  const note = { id: 'note', text: 'Why three days?', position: { x: 0, y: 0 }, size: { width: 200, height: 100 } };
  const noted = putNote(line(), note);
  expect(noted.notes).toEqual([note]);
  expect(putNote(noted, { ...note, text: 'Two' }).notes).toEqual([{ ...note, text: 'Two' }]);
  expect(deleteNotes(noted, ['note'])).toEqual(line());
});

test('a fresh note lies beside the steps, not on them', () => {
  const size = { width: 220, height: 110 };
  expect(freeNotePlace(line(), { x: 40, y: 60, ...size })).toEqual({ x: 272, y: 60 });
  expect(freeNotePlace(line(), { x: 400, y: 60, ...size })).toEqual({ x: 400, y: 60 });
});

describe('what the compiler proposes', () => {
  const tools = { types, id: 'fresh' };

  test('an exit is added to an open way', () => {
    const document = draw({ in: 'entry-new-lead' });
    const after = applyFix(document, { do: 'add-exit', node: 'in', port: 'next' }, tools);
    expect(waysOf(after)).toEqual(['in.next > fresh']);
    expect(after.nodes.at(-1)?.kind).toBe('exit');
  });

  test('a step is put into a loop', () => {
    const document = draw({ a: 'tag', b: 'tag' }, 'a.next > b', 'b.next > a');
    const after = applyFix(document, { do: 'insert-step', node: 'b', port: 'next', kind: 'wait', config: { for: '2d' } }, tools);
    expect(waysOf(after)).toEqual(['a.next > b', 'b.next > fresh', 'fresh.next > a']);
    expect(after.nodes.at(-1)?.config).toEqual({ for: '2d' });
  });

  test('the other mends do what they are called', () => {
    expect(waysOf(applyFix(line(), { do: 'disconnect', node: 'in', port: 'next' }, tools))).toEqual(['mail.next > out']);
    expect(waysOf(applyFix(line(), { do: 'connect', node: 'in', port: 'next', to: 'out' }, tools))).toContain('in.next > out');
    expect(applyFix(line(), { do: 'remove-node', node: 'mail' }, tools).nodes).toHaveLength(2);
    expect(applyFix(line(), { do: 'set-config', node: 'out', config: { outcome: 'x' } }, tools).nodes[2]?.config).toEqual({ outcome: 'x' });
  });
});
