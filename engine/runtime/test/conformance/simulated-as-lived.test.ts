import { compile } from '@tendril/journey/compile';
import type { JourneyScript, LeadView } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { type Laboratory, scriptedWorld, simulate } from '@tendril/journey/simulator';
import { calledTemplates, drawTemplate, GALLERY, type JourneyTemplate } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { START, startWorkspace, type TestWorkspace } from '../start-workspace.ts';
import { fieldsOf, LiveRun, type StoryEntry, stepsOf } from './live-run.ts';

/** Stories that do not hang on points: the simulator leaves points as they are, the runtime scores every event. */
const STORIES: readonly { readonly template: string; readonly name: string; readonly script: Omit<JourneyScript, 'start'> }[] = [
  {
    template: 'sdr-nurture',
    name: 'qualified',
    script: { happens: [{ after: '2d', event: 'SDR Disposition', properties: { disposition: 'qualified', group: 'qualified' } }] },
  },
  { template: 'sdr-nurture', name: 'never answered', script: {} },
  { template: 'sales-follow-up', name: 'left twice', script: { lead: { owner: 'zhangsan' } } },
  { template: 'known-customer', name: 'told', script: { entry: 'called', lead: { owner: 'lisi' } } },
  {
    template: 'customer-reactivation',
    name: 'reacts in the second round',
    script: {
      entry: 'entry',
      lead: { attributes: { industry: '软件' } },
      happens: [{ after: '39d', event: 'Email Clicked', properties: { human: true } }],
    },
  },
  { template: 'staged-content', name: 'fast track', script: { happens: [{ after: '9d', event: 'Price Requested' }] } },
  {
    template: 'silent-long-tail',
    name: 'unsubscribes in the third month',
    script: {
      entry: 'entry',
      happens: [
        { after: '32d', event: 'Email Clicked', properties: { human: false } },
        { after: '80d', event: 'Unsubscribed', properties: { channel: 'email' } },
      ],
    },
  },
  { template: 'ab-test', name: 'measured', script: {} },
  { template: 'ab-test', name: 'converts', script: { happens: [{ after: '3d', event: 'Demo Requested' }] } },
  {
    template: 'wecom-friend',
    name: 'leaves a phone',
    script: {
      entry: 'entry',
      happens: [
        { after: '10m', event: 'WeCom Message Delivered' },
        { after: '3h', event: 'WeCom Replied' },
        { after: '5h', event: 'WeCom Message Delivered' },
        { after: '6h', lead: { attributes: { city: '上海' } } },
        { after: '7h', event: 'WeCom Replied' },
      ],
    },
  },
  { template: 'capped', name: 'held back by quiet hours and caps', script: { answers: { second: [{ outcome: 'skipped' }] } } },
  {
    template: 'new-lead-nurture',
    name: 'a mail fails and the lead unsubscribes',
    script: {
      entry: 'again',
      answers: { 'thank-you': [{ fails: 'email.rejected' }] },
      happens: [{ after: '2d', event: 'Unsubscribed', properties: { channel: 'email' } }],
    },
  },
];

/** One mail a week, however many are drawn, and none at night. The second one never goes out, so it does not count. */
const capped: JourneyTemplate = {
  key: 'capped',
  title: { 'zh-CN': '上限', en: 'Capped' },
  summary: { 'zh-CN': '', en: '' },
  settings: { caps: [{ channel: 'email', count: 1, per: '7d' }], quietHours: { from: '21:00', to: '09:00' } },
  steps: {
    in: { kind: 'entry-manual', name: ['', ''], to: 'evening' },
    evening: { kind: 'wait', name: ['', ''], config: { for: '13h' }, to: 'first' },
    first: { kind: 'send-email', name: ['', ''], config: { template: 'first', topic: 'nurture' }, to: 'second' },
    second: { kind: 'send-email', name: ['', ''], config: { template: 'second', topic: 'nurture' }, to: 'third' },
    third: { kind: 'send-email', name: ['', ''], config: { template: 'third', topic: 'nurture' }, to: 'out' },
    out: { kind: 'exit', name: ['', ''], config: { outcome: 'out' } },
  },
};

/** Something of the right shape that is the id of no journey: calls of other journeys are refused by both. */
const NO_JOURNEY = '00000000-0000-7000-8000-000000000000';

async function prepare(workspace: TestWorkspace, template: JourneyTemplate, script: Omit<JourneyScript, 'start'>) {
  const journeys = Object.fromEntries(calledTemplates(template).map((key) => [key, NO_JOURNEY]));
  const document = drawTemplate(template, { locale: 'en', journeys });
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const { db, id: workspaceId, runtime } = workspace;
  const { owner = null, attributes = {} } = script.lead ?? {};
  const { leadId } = await workspace.lead({
    fields: { email: 'wang@cn001.example', ...(owner === null ? {} : { owner }), ...fieldsOf(attributes) },
    consents: [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }],
  });
  await db.client.wecomContact.create({ data: { workspaceId, leadId, staffUserId: 'zhangsan', externalUserId: 'wm-1', addedAt: new Date(START) } });
  const view = await runtime.snapshot({ workspaceId, leadId, events: ['*'] });
  if (view === null) throw new Error('The lead is gone.');
  const journeyId = await workspace.publish(stepsOf(document), document.settings);
  return { journeyId, leadId, view, program: compiled.program };
}

async function lived(workspace: TestWorkspace, given: Awaited<ReturnType<typeof prepare>>, laboratory: Laboratory, script: JourneyScript) {
  const { journeyId, leadId } = given;
  const entry = script.entry ?? laboratory.program.entries[0] ?? '';
  const isEvent = laboratory.program.nodes[entry]?.kind === 'entry-wecom-friend';
  if (isEvent) await workspace.events({ name: 'WeCom Friend Added', type: 'wecom', leadId, properties: {} });
  else await workspace.runtime.enrol({ workspaceId: workspace.id, journeyId, leadId, entry });
  const { id: runId } = await workspace.onlyRun(journeyId);
  return { runId, story: await new LiveRun(workspace, { laboratory, script, runId, leadId }).play() };
}

function simulated(
  laboratory: Laboratory,
  script: JourneyScript,
  { view, runId }: { readonly view: LeadView; readonly runId: string },
): readonly StoryEntry[] {
  const trace = simulate(laboratory, {
    lead: view,
    start: START,
    world: scriptedWorld(laboratory, script, START),
    runId,
    ...(script.entry === undefined ? {} : { entry: script.entry }),
  });
  return trace.lines.flatMap(({ at, node, kind, port, because }) =>
    node === null || kind === 'happened' || kind === 'changed' ? [] : [{ at, node, kind, port: port ?? null, because }],
  );
}

describe('what the simulator tells is what a lead lives through', () => {
  test.each(STORIES.map((story) => [`${story.template}: ${story.name}`, story] as const))('%s', async (_title, { template: key, script: given }) => {
    const template = [...GALLERY, capped].find((one) => one.key === key);
    if (template === undefined) throw new Error(`There is no template ${key}.`);
    await using workspace = await startWorkspace();
    const prepared = await prepare(workspace, template, given);
    const laboratory: Laboratory = { nodeTypes: builtInNodeTypes, program: prepared.program, timeZone: 'Asia/Shanghai' };
    const script: JourneyScript = { start: new Date(START).toISOString(), ...given };
    const { runId, story } = await lived(workspace, prepared, laboratory, script);
    expect(story.length).toBeGreaterThan(2);
    expect(simulated(laboratory, script, { view: prepared.view, runId })).toEqual(story);
  });
});
