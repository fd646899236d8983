import { builtInDefinitions, builtInNodeTypes as types } from '@tendril/journey/nodes';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { neighbour } from '../../src/canvas/actions/neighbours.ts';
import { tidyPlaces } from '../../src/canvas/actions/tidy.ts';
import { checkingOf } from '../../src/canvas/checking.ts';
import { compareVersions, lostSteps } from '../../src/canvas/compare-versions.ts';
import { carryOver, documentToFlow } from '../../src/canvas/document-to-flow.ts';
import { edgePush } from '../../src/canvas/edge-push.ts';
import { ICONS } from '../../src/canvas/family-icon.tsx';
import { actionOf, KEY_MAP } from '../../src/canvas/key-map.ts';
import { arrangeCounts } from '../../src/canvas/live-counts.ts';
import { openingView } from '../../src/canvas/opening-view.ts';
import { foldRows, outlineRows } from '../../src/canvas/outline/outline-rows.ts';
import { wayOfRun } from '../../src/canvas/way-of-run.ts';
import { CHANGE_NAMES } from '../../src/document/change-name.ts';
import { moveSteps, renameStep, setConfig } from '../../src/document/commands/change-step.ts';
import { matchKinds } from '../../src/palette/match-kinds.ts';
import { catalogueOf } from '../support/catalogues.ts';
import { draw } from '../support/drawing.ts';

const split = () =>
  draw({ in: 'entry-new-lead', if: 'if-else', a: 'wait', b: 'exit', c: 'exit' }, 'in.next > if', 'if.yes > a', 'if.no > b', 'a.next > c');

describe('the projection', () => {
  test('keeps the identity of what an edit did not touch, so that only the changed step is drawn again', () => {
    const before = split();
    const flow = documentToFlow(before, types);
    const after = carryOver(flow, documentToFlow(renameStep(before, 'a', 'Slow'), types));
    const changed = after.nodes.filter((node, index) => node !== flow.nodes[index]).map(({ id }) => id);
    expect(changed).toEqual(['a']);
    expect(after.edges.every((edge, index) => edge === flow.edges[index])).toBe(true);
  });

  test('hangs an open end below every way that leads nowhere', () => {
    const ends = documentToFlow(draw({ if: 'if-else' }), types).nodes.filter(({ type }) => type === 'open-end');
    expect(ends.map(({ id }) => id)).toEqual(['open:if:yes', 'open:if:no']);
  });

  test('of ways that lead to the same step, the first bears all labels', () => {
    const { edges } = documentToFlow(draw({ if: 'if-else', x: 'exit' }, 'if.yes > x', 'if.no > x'), types);
    expect(edges.map(({ data }) => data?.ways.map(({ id }) => id))).toEqual([['yes', 'no'], []]);
  });
});

describe('arrow keys', () => {
  test('go along the connections, and from brother to brother', () => {
    const document = moveSteps(split(), new Map([['b', { x: 300, y: 240 }]]));
    expect(neighbour(document, 'in', 'down')).toBe('if');
    expect(neighbour(document, 'if', 'down')).toBe('a');
    expect(neighbour(document, 'a', 'right')).toBe('b');
    expect(neighbour(document, 'b', 'left')).toBe('a');
    expect(neighbour(document, 'b', 'up')).toBe('if');
    expect(neighbour(document, 'in', 'up')).toBeNull();
  });
});

describe('keys', () => {
  const press = (key: string, how: Partial<KeyboardEvent> = {}) =>
    actionOf({ key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...how });

  test('every line of the list under ? is what its key does', () => {
    const arrows: Readonly<Record<string, string>> = { '←': 'ArrowLeft', '↑': 'ArrowUp', '↓': 'ArrowDown', '→': 'ArrowRight', Esc: 'Escape' };
    for (const { action, keys } of KEY_MAP) {
      for (const combination of keys) {
        const parts = combination === '+' ? ['+'] : combination.split('+');
        const key = parts.at(-1) ?? '';
        const [ctrlKey, shiftKey, altKey] = ['mod', 'Shift', 'Alt'].map((name) => parts.slice(0, -1).includes(name));
        const how = { ...(ctrlKey ? { ctrlKey } : {}), ...(shiftKey ? { shiftKey } : {}), ...(altKey ? { altKey } : {}), code: `Key${key}` };
        expect(press(arrows[key] ?? key, key === '?' ? { shiftKey: true } : how), combination).toBe(action);
      }
    }
  });

  test('the list holds every key that a journey builder is expected to have', () => {
    const listed = new Set(KEY_MAP.flatMap(({ keys }) => keys));
    const expected = [
      ...['mod+Z', 'mod+Shift+Z', 'mod+Y', 'mod+C', 'mod+X', 'mod+V', 'mod+D', 'mod+A', 'Delete', 'Backspace', 'Tab', 'Enter', 'Esc', 'F2', 'D', 'R'],
      ...['←', '↑', '↓', '→', 'Shift+↑', 'Shift+↓', 'Shift+←', 'Shift+→', 'Alt+←', 'Alt+↑', 'Alt+↓', 'Alt+→', 'mod+F', 'mod+K'],
      ...[
        'mod+G',
        'mod+Shift+G',
        'Alt+X',
        'Shift+Alt+T',
        'Shift+S',
        '0',
        '1',
        '2',
        '+',
        '-',
        'mod+S',
        'mod+Enter',
        'mod+Shift+Enter',
        '[',
        ']',
        'V',
        'L',
      ],
    ];
    expect(expected.filter((keys) => !listed.has(keys))).toEqual([]);
    expect(new Set(KEY_MAP.map(({ action }) => action)).size).toBe(KEY_MAP.length);
    expect([...listed]).toHaveLength(KEY_MAP.flatMap(({ keys }) => keys).length);
  });

  test('other combinations are left to the browser', () => {
    expect(press('r', { ctrlKey: true })).toBeNull();
    expect(press('d', { altKey: true })).toBeNull();
    expect(press('Control', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { metaKey: true })).toBeNull();
  });
});

describe('the outline', () => {
  test('shows each step once, its branches below it, and where ways meet again', () => {
    const meets = draw({ in: 'entry-new-lead', if: 'if-else', a: 'wait', c: 'exit' }, 'in.next > if', 'if.yes > a', 'if.no > c', 'a.next > c');
    const lines = outlineRows(meets, types).map((row) => {
      const what = {
        step: 'node' in row ? row.node.id : '',
        way: 'port' in row ? `(${row.port.id})` : '',
        'goes-on': 'at' in row ? `→ ${row.at.id}` : '',
        note: '',
      };
      return '  '.repeat(row.depth) + what[row.is];
    });
    expect(lines).toEqual(['in', 'if', '  (yes)', '    a', '    c', '  (no)', '    → c']);
  });

  test('shows steps of a loop once, and steps that nothing leads to', () => {
    const loop = draw({ in: 'entry-new-lead', a: 'wait', b: 'wait', alone: 'exit' }, 'in.next > a', 'a.next > b', 'b.next > a');
    const steps = outlineRows(loop, types).flatMap((row) => (row.is === 'step' ? [row.node.id] : []));
    expect([...steps].sort()).toEqual(['a', 'alone', 'b', 'in']);
  });

  test('a folded step hides what lies below it and nothing else', () => {
    const forks = draw({ in: 'entry-new-lead', if: 'if-else', a: 'wait', alone: 'exit' }, 'in.next > if', 'if.yes > a');
    const keys = foldRows(outlineRows(forks, types), new Set(['if'])).map((row) => row.key);
    expect(keys).toEqual(['in', 'if', 'alone']);
  });

  test('notes stand below all steps', () => {
    const note = { id: 'n', text: 'Ask Li', position: { x: 0, y: 0 }, size: { width: 100, height: 60 } };
    const rows = outlineRows({ ...draw({ in: 'entry-new-lead' }), notes: [note] }, types);
    expect(rows.map((row) => row.is)).toEqual(['step', 'way', 'note']);
  });
});

test('a lead’s way marks the steps it met in order and the connections it went along', () => {
  const lines = [
    { nodeId: 'in', port: 'next' },
    { nodeId: 'if', port: 'yes' },
    { nodeId: 'a', port: null },
    { nodeId: 'a', port: 'next' },
    { nodeId: 'gone', port: 'next' },
  ];
  const way = wayOfRun(split(), lines);
  expect(way.steps).toEqual(['in', 'if', 'a', 'gone']);
  expect([...way.edges]).toEqual(['in:next', 'if:yes', 'a:next']);
});

test('versions differ by steps, settings and ways, not by places', () => {
  const old = split();
  const moved = moveSteps(old, new Map([['a', { x: 900, y: 0 }]]));
  expect(compareVersions(moved, old).size).toBe(0);
  const draft = {
    ...setConfig(old, 'a', { for: '9d' }, types),
    nodes: [...setConfig(old, 'a', { for: '9d' }, types).nodes.filter(({ id }) => id !== 'b'), ...draw({ fresh: 'exit' }).nodes],
    edges: old.edges.filter(({ to }) => to !== 'b'),
  };
  expect(Object.fromEntries(compareVersions(draft, old))).toEqual({ a: 'changed', if: 'changed', fresh: 'added' });
  expect(lostSteps(draft, old).map(({ id }) => id)).toEqual(['b']);
});

test('what the compiler says is counted by gravity and by step', () => {
  const checking = checkingOf([
    { code: 'J110', params: {}, severity: 'error', node: 'a' },
    { code: 'J301', params: {}, severity: 'warning', node: 'a' },
    { code: 'J507', params: {}, severity: 'note' },
  ]);
  expect([checking.errors, checking.warnings, checking.notes]).toEqual([1, 1, 1]);
  expect(checking.byNode.get('a')).toHaveLength(2);
});

test('undo has a name for every kind of edit, in both languages', () => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const texts = catalogueOf(locale, 'canvas');
    expect(CHANGE_NAMES.filter((name) => texts[`change.${name}`] === undefined && texts[`change.${name}_other`] === undefined)).toEqual([]);
  }
});

test('a drag held near the border of the canvas moves on, faster the nearer, and not outside', () => {
  const box = { left: 100, top: 50, right: 900, bottom: 650 };
  expect(edgePush({ x: 500, y: 300 }, box)).toEqual({ x: 0, y: 0 });
  expect(edgePush({ x: 100, y: 300 }, box)).toEqual({ x: -14, y: 0 });
  expect(edgePush({ x: 875, y: 640 }, box).x).toBeCloseTo(7);
  expect(edgePush({ x: 875, y: 640 }, box).y).toBeCloseTo(11.2);
  expect(edgePush({ x: 60, y: 300 }, box)).toEqual({ x: 0, y: 0 });
});

test('widths of connections are measured by the busiest one', () => {
  const nodes = [
    { nodeId: 'in', entered: 10, here: 0, failed: 0, left: { next: 10 } },
    { nodeId: 'if', entered: 10, here: 1, failed: 0, left: { yes: 6, no: 3 } },
  ];
  expect(arrangeCounts({ nodes, inNow: 1, entered: 10, ended: 9, waiting: 0 }).busiest).toBe(10);
});

describe('opening', () => {
  const size = { width: 800, height: 700 };

  test('shows a small drawing whole and never larger than life', () => {
    const view = openingView(draw({ a: 'wait', b: 'exit' }), size);
    expect(view.zoom).toBe(1);
    expect(view.y).toBeGreaterThanOrEqual(0);
  });

  test('shows the beginning of a large drawing, readably', () => {
    const steps = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`s${index}`, 'wait']));
    const view = openingView(draw(steps), size);
    expect(view.zoom).toBeGreaterThanOrEqual(0.68);
    expect(view.y).toBe(48);
  });
});

describe('tidy', () => {
  test('sets every step below what leads to it, none on another, and keeps the chosen step in its place', async () => {
    for (const template of GALLERY.slice(0, 4)) {
      const document = drawTemplate(template, { locale: 'en' });
      const anchor = document.nodes[1];
      const places = await tidyPlaces(document, types, anchor?.id);
      expect(places.get(anchor?.id ?? '')).toEqual(anchor?.position);
      expect(places.size).toBe(document.nodes.length);
      const all = [...places.values()];
      for (const [index, a] of all.entries())
        for (const b of all.slice(index + 1)) expect(Math.abs(a.x - b.x) >= 232 || Math.abs(a.y - b.y) >= 78).toBe(true);
    }
  });
});

describe('the palette', () => {
  test('finds types by title in both languages, by kind, best first', () => {
    expect(matchKinds(types.all, '等待')[0]?.kind).toBe('wait');
    expect(matchKinds(types.all, 'mail')[0]?.kind).toBe('send-email');
    expect(matchKinds(types.all, 'score-gate')[0]?.kind).toBe('score-gate');
    expect(matchKinds(types.all, 'zzz')).toEqual([]);
  });

  test('shows all types while nothing is typed', () => {
    expect(matchKinds(types.all, '  ')).toHaveLength(types.all.length);
  });

  test('has an icon for every type', () => {
    expect(builtInDefinitions.map(({ icon }) => icon).filter((icon) => ICONS[icon] === undefined)).toEqual([]);
  });
});
