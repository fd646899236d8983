import type { ProblemCode } from '../../src/compile/index.ts';
import type { JourneyDocument, JsonObject } from '../../src/model/index.ts';
import { journey } from '../journey-builder.ts';

/** A journey with one fault, and the remark it must get. `fixed` is the same journey without the fault. */
export interface ProblemCase {
  readonly code: ProblemCode;
  readonly stored: unknown;
  readonly node?: string;
  readonly port?: string;
  readonly fixed?: JourneyDocument;
}

const email = { template: 'thank-you', topic: 'nurture' };
const score = (operator: string, value: number) => ({ test: { of: 'score', dimension: 'total' }, operator, value });
const industryIs = (value: string) => ({ test: { of: 'attribute', field: 'industry' }, operator: 'is', value });
const contradiction = { all: [score('gte', 80), score('lt', 20)] };

/** entry → one step → exit. Ways out of the step all lead to the exit. */
function around(kind: string, config: JsonObject, ports: readonly string[] = ['next']): JourneyDocument {
  const to = Object.fromEntries(ports.map((port) => [port, 'end']));
  return journey('one step').step('entry', 'entry-manual', {}, 'step').step('step', kind, config, to).exit('end').document();
}

const sound = around('wait', { for: '3d' });
const oneStep = (code: ProblemCode, kind: string, config: JsonObject, fixed?: JsonObject, ports?: readonly string[]): ProblemCase => ({
  code,
  stored: around(kind, config, ports),
  node: 'step',
  ...(fixed === undefined ? {} : { fixed: around(kind, fixed, ports) }),
});

const reading: readonly ProblemCase[] = [
  { code: 'J102', stored: { format: 'something else' } },
  { code: 'J103', stored: { format: 'tendril.journey', schemaVersion: 'two' } },
  { code: 'J104', stored: { format: 'tendril.journey', schemaVersion: 999 } },
  { code: 'J105', stored: { ...sound, colour: 'green' }, fixed: sound },
  { code: 'J106', stored: { ...sound, nodes: [...sound.nodes, sound.nodes[1]] }, fixed: sound },
  oneStep('J110', 'move-to-pool', {}, { pool: 'silent' }),
  oneStep(
    'J112',
    'if-else',
    { condition: { test: { of: 'grade' }, operator: 'lt', value: 3 } },
    { condition: { test: { of: 'grade' }, operator: 'is', value: 'A1' } },
    ['yes', 'no'],
  ),
  oneStep('J113', 'if-else', { condition: score('gte', 'many' as unknown as number) }, { condition: score('gte', 5) }, ['yes', 'no']),
  oneStep(
    'J114',
    'wait-for-event',
    { events: [{ event: 'Page Viewed', where: [{ property: 'a..b', operator: 'known' }] }] },
    { events: [{ event: 'Page Viewed', where: [{ property: 'a.b', operator: 'known' }] }] },
    ['happened', 'timeout'],
  ),
  oneStep('J115', 'wait', { for: 'a while' }, { for: '3 天' }),
  oneStep('J116', 'wait-for-window', { from: '25:00' }, { from: '09:00' }),
  { code: 'J117', stored: { ...sound, settings: { timeZone: 'Mars/Olympus' } }, fixed: { ...sound, settings: { timeZone: 'Asia/Shanghai' } } },
  oneStep('J118', 'wait-until', { what: 'date', date: null }, { what: 'date', date: '2030-01-01' }),
  oneStep('J119', 'wait', { for: '4h', counting: 'workdays' }, { for: '4d', counting: 'workdays' }),
  oneStep(
    'J120',
    'branch',
    { branches: [{ id: 'Not a name', condition: industryIs('软件') }] },
    { branches: [{ id: 'a', condition: industryIs('软件') }] },
    ['a', 'else'],
  ),
  oneStep('J121', 'random-split', { arms: [arm('a'), arm('a')] }, { arms: [arm('a'), arm('b')] }, ['a', 'b']),
  oneStep('J122', 'score-gate', { outcomes: [{ id: 'high' }] }, { outcomes: [{ id: 'high', minScore: 80 }] }, ['high', 'low']),
  oneStep('J123', 'wait-until', { what: 'date', date: 'tomorrow' }, { what: 'date', date: '2030-01-01' }),
  oneStep('J125', 'call-webhook', { url: 'crm.example' }, { url: 'https://crm.example' }, ['next', 'failed']),
  oneStep(
    'J126',
    'call-webhook',
    { url: 'https://crm.example', headers: { 'X Key': 'a' } },
    { url: 'https://crm.example', headers: { 'X-Key': 'a' } },
    ['next', 'failed'],
  ),
  oneStep('J127', 'set-attribute', { field: 'pool', value: 'silent' }, { field: 'inviter', value: 'lisi' }),
  {
    code: 'J124',
    stored: journey('schedule').step('entry', 'entry-schedule', { rule: 'every now and then', start: '2026-01-05' }, 'end').exit('end').document(),
    node: 'entry',
  },
  { code: 'J128', stored: { ...sound, tests: [{ id: 't', name: 't', start: 'soon', expect: { way: [], outcome: 'end' } }] }, fixed: sound },
];

const values: readonly ProblemCase[] = [
  oneStep('J129', 'move-to-pool', { pool: 5 }, { pool: 'silent' }),
  oneStep('J130', 'adjust-score', { dimension: 'height', points: 5 }, { dimension: 'fit', points: 5 }),
  oneStep('J131', 'send-email', { ...email, template: '' }, email),
  oneStep('J132', 'go-to', { times: 0 }, { times: 2 }, ['next', 'exhausted']),
  oneStep('J133', 'go-to', { times: 5000 }, { times: 2 }, ['next', 'exhausted']),
  oneStep('J134', 'random-split', { arms: [arm('a')] }, { arms: [arm('a'), arm('b')] }, ['a', 'b']),
  oneStep('J135', 'hand-to-sdr', { note: 'x'.repeat(501) }, { note: 'x' }, [...['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response']]),
];

function arm(id: string): JsonObject {
  return { id, weight: 50 };
}

const drawing: readonly ProblemCase[] = [
  {
    code: 'J201',
    stored: journey('x').step('entry', 'entry-manual', {}, 'step').step('step', 'send-fax', {}, 'end').exit('end').document(),
    node: 'step',
  },
  { code: 'J202', stored: withVersion(sound, 'step', 99), node: 'step', fixed: sound },
  { code: 'J203', stored: { ...sound, edges: [...sound.edges, { from: 'gone', port: 'next', to: 'end' }] }, fixed: sound },
  { code: 'J204', stored: { ...sound, edges: [{ from: 'entry', port: 'next', to: 'gone' }] }, node: 'entry', port: 'next', fixed: sound },
  {
    code: 'J205',
    stored: { ...sound, edges: [...sound.edges, { from: 'step', port: 'maybe', to: 'end' }] },
    node: 'step',
    port: 'maybe',
    fixed: sound,
  },
  {
    code: 'J206',
    stored: { ...sound, edges: [...sound.edges, { from: 'entry', port: 'next', to: 'end' }] },
    node: 'entry',
    port: 'next',
    fixed: sound,
  },
  {
    code: 'J207',
    stored: { ...sound, edges: sound.edges.map((edge) => (edge.from === 'step' ? { ...edge, to: 'entry' } : edge)) },
    node: 'step',
    port: 'next',
    fixed: sound,
  },
  { code: 'J208', stored: journey('x').step('step', 'merge', {}, 'end').exit('end').document() },
  {
    code: 'J209',
    stored: journey('ring').step('entry', 'entry-manual', {}, 'a').disabled('a', 'merge', {}, 'b').disabled('b', 'merge', {}, 'a').document(),
    node: 'a',
  },
  { code: 'J210', stored: journey('x').step('entry', 'entry-manual', {}, 'step').step('step', 'wait').document(), node: 'step', port: 'next' },
];

const ways: readonly ProblemCase[] = [
  {
    code: 'J301',
    stored: { ...sound, nodes: [...sound.nodes, ...journey('x').step('lost', 'merge').document().nodes] },
    node: 'lost',
    fixed: sound,
  },
  { ...oneStep('J303', 'if-else', { condition: contradiction }, { condition: score('gte', 80) }, ['yes', 'no']), port: 'yes' },
  {
    ...oneStep(
      'J304',
      'branch',
      { branches: [branchOf('a', score('gte', 20)), branchOf('b', score('gte', 80))] },
      { branches: [branchOf('a', score('gte', 80)), branchOf('b', score('gte', 20))] },
      ['a', 'b', 'else'],
    ),
    port: 'b',
  },
  {
    ...oneStep(
      'J305',
      'branch',
      { branches: [branchOf('a', between(0, 50)), branchOf('b', between(40, 100))] },
      { branches: [branchOf('a', between(0, 40)), branchOf('b', between(41, 100))] },
      ['a', 'b', 'else'],
    ),
    port: 'b',
  },
  oneStep('J306', 'wait-for-event', { condition: contradiction }, { condition: score('gte', 80) }, ['happened', 'timeout']),
];

function branchOf(id: string, condition: JsonObject): JsonObject {
  return { id, condition };
}

function between(from: number, to: number): JsonObject {
  return { test: { of: 'score', dimension: 'total' }, operator: 'between', value: [from, to] };
}

/** What the workspace of these cases has. */
export const KNOWN = {
  templates: [
    { key: 'thank-you', channel: 'email', name: 'Thank you', variables: ['lead.name'] },
    { key: 'with-code', channel: 'email', name: 'Code', variables: ['lead.code'] },
    { key: 'invite', channel: 'wecom', name: 'Invitation', variables: [] },
  ],
  fields: ['crmId'],
  people: ['zhangsan'],
  pools: ['nurture', 'silent'],
  topics: ['nurture'],
  segments: ['key-accounts'],
  journeys: ['silent-long-tail'],
  events: ['Page Viewed', 'Price Requested', 'Email Clicked'],
};

const setCode = { field: 'code', value: '1' };
const byClick = { node: 'mail', paths: [{ id: 'clicked', outcomes: ['clicked'] }] };

/** entry → if/else → (yes: set code) → mail that needs the code. */
const onOneWay = (always: boolean): JourneyDocument =>
  journey('variable')
    .step('entry', 'entry-manual', {}, always ? 'set' : 'fork')
    .step('fork', 'if-else', { condition: industryIs('软件') }, { yes: 'set', no: always ? 'end' : 'step' })
    .step('set', 'set-attribute', setCode, 'step')
    .step('step', 'send-email', { template: 'with-code', topic: 'nurture' }, 'end')
    .exit('end')
    .document();

const references: readonly ProblemCase[] = [
  oneStep('J401', 'send-email', { ...email, template: 'hello' }, email),
  oneStep('J402', 'send-email', { ...email, template: 'invite' }, email),
  oneStep('J403', 'send-email', { ...email, topic: 'nuture' }, email),
  oneStep('J404', 'send-email', { template: 'thank-you' }, { template: 'thank-you', service: true }),
  oneStep('J405', 'move-to-pool', { pool: 'swimming' }, { pool: 'silent' }),
  oneStep('J406', 'notify-staff', { people: ['nobody'], text: 'x' }, { people: ['zhangsan'], text: 'x' }),
  {
    code: 'J407',
    stored: journey('x').step('entry', 'entry-segment', { segment: 'unheard-of' }, 'end').exit('end').document(),
    node: 'entry',
    fixed: journey('x').step('entry', 'entry-segment', { segment: 'key-accounts' }, 'end').exit('end').document(),
  },
  oneStep('J408', 'sub-journey', { journey: 'unheard-of' }, { journey: 'silent-long-tail' }, ['next', 'timeout']),
  oneStep(
    'J409',
    'if-else',
    { condition: { test: { of: 'attribute', field: 'shoeSize' }, operator: 'known' } },
    { condition: { test: { of: 'attribute', field: 'crmId' }, operator: 'known' } },
    ['yes', 'no'],
  ),
  { code: 'J410', stored: onOneWay(false), node: 'step' },
  oneStep('J411', 'earlier-outcome', byClick, undefined, ['clicked', 'else']),
  oneStep('J412', 'wait-for-event', { events: [{ event: 'Moon Landed' }] }, { events: [{ event: 'Page Viewed' }] }, ['happened', 'timeout']),
  {
    code: 'J413',
    stored: outcomeOf('later', ['sent']),
    node: 'step',
  },
  { code: 'J414', stored: outcomeOf('mail', ['eaten']), node: 'step', fixed: outcomeOf('mail', ['sent']) },
  oneStep('J415', 'send-email', { template: 'with-code', topic: 'nurture' }, email),
];

/** mail → wait → branch on the outcome of a step → another mail. */
function outcomeOf(node: string, outcomes: readonly string[]): JourneyDocument {
  return journey('outcome')
    .step('entry', 'entry-manual', {}, 'mail')
    .step('mail', 'send-email', email, 'wait')
    .step('wait', 'wait', {}, 'step')
    .step('step', 'earlier-outcome', { node, paths: [{ id: 'so', outcomes: [...outcomes] }] }, { so: 'later', else: 'later' })
    .step('later', 'send-email', email, 'end')
    .exit('end')
    .document();
}

/** A loop of mail and wait, bounded by a go-to or not. */
const round = (bounded: boolean, wait = true): JourneyDocument =>
  journey('loop')
    .step('entry', 'entry-manual', {}, 'mail')
    .step('mail', 'send-email', email, wait ? 'wait' : 'again')
    .step('wait', 'wait', {}, 'again')
    .step('again', bounded ? 'go-to' : 'if-else', bounded ? {} : { condition: score('lt', 80) }, loopEnds(bounded))
    .exit('end')
    .document();

function loopEnds(bounded: boolean) {
  return bounded ? { next: 'mail', exhausted: 'end' } : { yes: 'mail', no: 'end' };
}

const clickAfter = (wait: boolean): JourneyDocument =>
  journey('click')
    .step('entry', 'entry-manual', {}, 'mail')
    .step('mail', 'send-email', email, wait ? 'wait' : 'step')
    .step('wait', 'wait', {}, 'step')
    .step('step', 'earlier-outcome', byClick, { clicked: 'end', else: 'end' })
    .exit('end')
    .document();

const mails = (between: string): JourneyDocument =>
  journey('mails')
    .settings({ caps: [{ channel: 'email', count: 1, per: '7d' }] })
    .step('entry', 'entry-manual', {}, 'first')
    .step('first', 'send-email', email, 'wait')
    .step('wait', 'wait', { for: between }, 'second')
    .step('second', 'send-email', email, 'end')
    .exit('end')
    .document();

const keyed = (key: boolean): JourneyDocument =>
  journey('keyed')
    .settings({ reentry: key ? { key: 'dealId' } : 'once' })
    .step('entry', 'entry-event', { event: 'Price Requested' }, 'a')
    .step('a', 'set-attribute', { field: 'dealState', value: 'open' }, 'wait')
    .step('wait', 'wait', {}, 'b')
    .step('b', 'set-attribute', { field: 'dealState', value: 'cold' }, 'end')
    .exit('end')
    .document();

const safety: readonly ProblemCase[] = [
  {
    ...oneStep('J501', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: null }, undefined, ['happened']),
    fixed: around('wait-for-event', { events: [{ event: 'Page Viewed' }] }, ['happened', 'timeout']),
  },
  { code: 'J502', stored: round(false, false), node: 'mail', fixed: round(true) },
  { code: 'J503', stored: round(false), node: 'mail', fixed: round(true) },
  oneStep('J504', 'wait-until', { what: 'date', date: '2020-01-01' }, { what: 'date', date: '2030-01-01' }),
  { code: 'J505', stored: clickAfter(false), node: 'step', fixed: clickAfter(true) },
  { code: 'J506', stored: keyed(true), node: 'a', fixed: keyed(false) },
  { code: 'J507', stored: sound },
  {
    ...oneStep('J508', 'wait-until', { what: 'attribute', attribute: 'crmId' }, undefined, ['next', 'unknown']),
  },
  { code: 'J509', stored: mails('3d'), node: 'first', fixed: mails('8d') },
  oneStep('J510', 'wait-for-window', { weekdays: [6, 7], calendar: 'monday-friday' }, { weekdays: [5, 6], calendar: 'monday-friday' }),
  oneStep('J511', 'hand-to-sdr', { acceptWithin: '9d', respondWithin: '5d' }, { acceptWithin: '4h', respondWithin: '5d' }, [
    ...['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'],
  ]),
  {
    code: 'J512',
    stored: journey('over').step('entry', 'entry-schedule', { rule: 'FREQ=DAILY;COUNT=3', start: '2020-01-01' }, 'end').exit('end').document(),
    node: 'entry',
    fixed: journey('on').step('entry', 'entry-schedule', { rule: 'FREQ=DAILY', start: '2020-01-01' }, 'end').exit('end').document(),
  },
  { code: 'J601', stored: { ...sound, settings: { quietHours: { from: '22:00', to: '22:00' } } }, fixed: sound },
  { code: 'J602', stored: { ...sound, settings: { holdoutPercent: 100 } }, fixed: sound },
];

function withVersion(document: JourneyDocument, id: string, version: number): JourneyDocument {
  return { ...document, nodes: document.nodes.map((node) => (node.id === id ? { ...node, version } : node)) };
}

/** One case for every remark that a document alone can get. */
export const CASES: readonly ProblemCase[] = [...reading, ...values, ...drawing, ...ways, ...references, ...safety];
