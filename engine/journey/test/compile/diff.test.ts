import { describe, expect, test } from 'vitest';
import { diff } from '../../src/compile/index.ts';
import type { JourneyDocument, Locale } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { render } from '../../src/sentences/index.ts';
import { preNurtureSop } from '../../src/templates/index.ts';

type Node = JourneyDocument['nodes'][number];

const told = (after: JourneyDocument, locale: Locale = 'en') =>
  diff(preNurtureSop, after, { nodeTypes: builtInNodeTypes, locale }).map(({ sentence }) => render(sentence, locale));

const withNode = (id: string, change: Partial<Node>): JourneyDocument => ({
  ...preNurtureSop,
  nodes: preNurtureSop.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)),
});

test('a longer wait is one sentence, in the words of its form', () => {
  const after = withNode('one-day', { config: { for: '5d' } });
  expect(told(after)).toEqual(['How long: 1 day → 5 days on “等一天”']);
  expect(told(after, 'zh-CN')).toEqual(['「等一天」的等待时长：1 天 → 5 天']);
});

test('what means the same is no change: positions, notes, order, defaults written out, other spellings of settings', () => {
  const moved: JourneyDocument = {
    ...preNurtureSop,
    nodes: preNurtureSop.nodes.map((node) => ({ ...node, position: { x: 1, y: 2 } })).reverse(),
    edges: [...preNurtureSop.edges].reverse(),
    settings: { reentry: 'once', holdoutPercent: 0 },
    notes: [{ id: 'n', text: 'hello', position: { x: 0, y: 0 }, size: { width: 10, height: 10 } }],
  };
  expect(told(moved)).toEqual([]);
  expect(told(withNode('one-day', { config: { for: '1d', counting: 'elapsed', at: null } }))).toEqual([]);
});

describe('says', () => {
  test('that a step came, went, was renamed, switched off or replaced', () => {
    const extra: Node = { id: 'new', kind: 'wait', version: 1, name: '', config: {}, position: { x: 0, y: 0 } };
    expect(told({ ...preNurtureSop, nodes: [...preNurtureSop.nodes, extra] })).toEqual(['Added the step “Wait” (Wait)']);
    expect(told({ ...preNurtureSop, nodes: preNurtureSop.nodes.filter(({ id }) => id !== 'lost') })).toEqual(['Removed the step “已丢单” (Exit)']);
    expect(told(withNode('lost', { name: '输给对手' }))).toEqual(['Step renamed: “已丢单” → “输给对手”']);
    expect(told(withNode('thank-you', { disabled: true }))).toEqual(['Switched off “感谢注册”']);
    expect(told(withNode('one-day', { kind: 'wait-for-window', config: {} }))).toEqual(['Type of “等一天”: Wait → Wait for window']);
  });

  test('where ways lead now', () => {
    const reroute = (port: string, to: string | null): JourneyDocument => ({
      ...preNurtureSop,
      edges: preNurtureSop.edges.flatMap((edge) => (edge.port !== port ? [edge] : to === null ? [] : [{ ...edge, to }])),
    });
    expect(told(reroute('low', 'wecom'))).toEqual(['“low” of “评分闸门” leads to “企业微信邀约” instead of “移入沉默池”']);
    expect(told(reroute('low', null))).toEqual(['“low” of “评分闸门” no longer leads to “移入沉默池”']);
  });

  test('what a condition or an event is now', () => {
    const events = [{ event: 'Price Requested' }];
    expect(told(withNode('pricing-page', { config: { events, timeout: '3d', lookBack: '30d' } }))).toEqual([
      'Any of these events: “page view” (path begins with /pricing) → “price request” on “看了价格页？”',
    ]);
  });

  test('which settings have changed', () => {
    const settings = {
      quietHours: { from: '22:00', to: '08:00' },
      reentry: { after: '90d' },
      caps: [{ channel: 'email', count: 3, per: '7d' }],
      exits: [{ outcome: 'unsubscribed', when: { event: { event: 'Unsubscribed' } } }],
      goal: { name: 'won', when: { condition: { test: { of: 'stage' }, operator: 'is', value: 'opportunity' } } },
    };
    expect(told({ ...preNurtureSop, name: 'New name', settings })).toEqual([
      'Journey renamed: “预培育 SOP（Pre-nurture SOP）” → “New name”',
      'Journey setting “Message caps”: – → at most 3 in 7 days (email)',
      'Journey setting “Conditions to leave”: – → “unsubscribe” → unsubscribed',
      'Journey setting “Goal”: – → won: stage is opportunity',
      'Journey setting “Quiet hours”: – → 22:00–08:00',
      'Journey setting “Coming in again”: once only → after 90 days',
    ]);
  });
});
