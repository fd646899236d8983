import { setTimeout as pause } from 'node:timers/promises';
import { saveChannelSettings } from '@tendril/db';
import { workflowIdOf } from '@tendril/journey/wire';
import { createStandIn, demoCredentials, type RunningStandIn } from '@tendril/wecom-stand-in';
import { costOf, type HistoryCost, outlineOf } from './history-cost.ts';
import { publishDocument } from './publish-document.ts';
import { referenceSop } from './reference-sop.ts';
import { STACK_SECRET, type Stack, startStack } from './stack.ts';

const LEADS = 10;
/** A day of the workspace takes two real seconds. */
const FACTOR = 43_200;
const PATIENCE_MS = 120_000;

/** Runs the reference SOP for some leads on real services and reads what it cost per lead back from Temporal. */
export async function measureHistory({ outline = false }: { outline?: boolean } = {}): Promise<HistoryCost> {
  await using stack = await startStack({ factor: FACTOR });
  await using standIn = await createStandIn({ dispatchMs: 0 });
  await prepare(stack, standIn);
  const journeyId = await publishDocument(stack.db, stack.workspaceId, referenceSop);
  const runIds = await enrolLeads(stack, standIn, journeyId);
  await stack.startWorker();
  await playPeople(stack, standIn, journeyId);

  const histories = await Promise.all(runIds.map((runId) => stack.temporal.workflow.getHandle(workflowIdOf(runId)).fetchHistory()));
  const [first] = histories;
  if (outline && first !== undefined) for (const line of outlineOf(first)) process.stdout.write(`  ${line}\n`);
  const costs = histories.map(costOf);
  const mean = (of: (cost: HistoryCost) => number): number => Math.round((costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length) * 10) / 10;
  return { events: mean((cost) => cost.events), bytes: Math.round(mean((cost) => cost.bytes)), actions: mean((cost) => cost.actions) };
}

async function prepare({ db, workspaceId }: Stack, standIn: RunningStandIn): Promise<void> {
  const { corpId, secret, agentId, callbackToken, callbackAesKey } = demoCredentials;
  const settings = { baseUrl: standIn.url, corpId, secret, agentId, callbackToken, callbackAesKey };
  await saveChannelSettings(db, { secret: STACK_SECRET, workspaceId, channel: 'wecom', settings });
  const body = '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{ lead.name }}</mj-text></mj-column></mj-section></mj-body></mjml>';
  await db.client.template.createMany({
    data: [
      { workspaceId, key: 'hello', channel: 'email', name: 'Hello', subject: 'Hello', body },
      { workspaceId, key: 'hello-wecom', channel: 'wecom', name: 'Hello', body: 'Hello {{ lead.name }}' },
    ],
  });
  const text = { 'zh-CN': '合格', en: 'Qualified' };
  await db.client.disposition.create({ data: { workspaceId, key: 'qualified', name: text, consequence: text, group: 'qualified', order: 1 } });
}

async function enrolLeads({ runtime, workspaceId }: Stack, standIn: RunningStandIn, journeyId: string): Promise<readonly string[]> {
  const runIds: string[] = [];
  for (let index = 0; index < LEADS; index += 1) {
    const { leadId } = await runtime.upsertLead({
      workspaceId,
      policy: 'fill',
      fields: { name: `Lead ${index}`, email: `lead-${index}@company.example` },
      consents: [{ channel: 'email', topic: 'nurture', status: 'granted', source: 'form' }],
    });
    const { external_userid } = (await tell(standIn, 'customers', { name: `Lead ${index}`, staff: 'zhangsan' })) as { external_userid: string };
    await runtime.recordEvents({
      workspaceId,
      events: [
        {
          messageId: `friend-${index}`,
          type: 'wecom',
          name: 'WeCom Friend Added',
          leadId,
          wecom: external_userid,
          properties: { staffUserId: 'zhangsan', externalUserId: external_userid },
        },
      ],
    });
    const answer = await runtime.enrol({ workspaceId, journeyId, leadId });
    if (!answer.enrolled) throw new Error(`Lead ${index} was not let in: ${answer.because.code}`);
    runIds.push(answer.runId);
  }
  return runIds;
}

/** The colleague confirms each message, the SDR concludes each hand-off, until every lead is through. */
async function playPeople({ db, runtime, workspaceId }: Stack, standIn: RunningStandIn, journeyId: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while ((await db.client.run.count({ where: { journeyId, status: 'running' } })) > 0) {
    if (Date.now() > end) throw new Error('The leads did not get through the reference SOP in time; look into the worker’s output.');
    for (const { msgid, members } of standIn.state.massSends)
      if (members.some((member) => member.status === 0)) await tell(standIn, 'confirm', { msgid, userid: 'zhangsan' });
    for (const { id } of await db.client.handoff.findMany({ where: { workspaceId, status: 'open' } }))
      await runtime.closeHandoff({ workspaceId, handoffId: id, userId: 'sdr', disposition: 'qualified' });
    await pause(200);
  }
}

async function tell(standIn: RunningStandIn, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${standIn.url}/stand-in/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The stand-in refused ${path}: ${await answer.text()}`);
  return answer.json();
}
