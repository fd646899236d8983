import { setTimeout as pause } from 'node:timers/promises';
import { saveChannelSettings } from '@tendril/db';
import { demoCredentials, type RunningStandIn } from '@tendril/wecom-stand-in';
import { STACK_SECRET, type Stack } from './stack.ts';

/** Where leads are made and let in. */
export type Place = Pick<Stack, 'db' | 'runtime' | 'workspaceId'>;

const PATIENCE_MS = 240_000;

/** A lead that may be written to by mail and by WeCom. */
export interface ReadyLead {
  readonly leadId: string;
  readonly email: string;
  readonly externalUserId: string;
}

/** Sets up what the reference SOP needs: channels, templates and a disposition. */
export async function prepare({ db, workspaceId }: Place, standIn: RunningStandIn): Promise<void> {
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

/** Makes so many leads, each at a company of its own and friends with a colleague. @returns their ids and WeCom ids */
export async function makeLeads({ runtime, workspaceId }: Place, standIn: RunningStandIn, count: number): Promise<readonly ReadyLead[]> {
  const leads: ReadyLead[] = [];
  for (let index = 0; index < count; index += 1) {
    const { leadId } = await runtime.upsertLead({
      workspaceId,
      policy: 'fill',
      fields: { name: `Lead ${index}`, email: `lead@company-${index}.example` },
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
    leads.push({ leadId, externalUserId: external_userid, email: `lead@company-${index}.example` });
  }
  return leads;
}

/** Lets leads into a journey. @returns their runs */
export async function enrolLeads({ runtime, workspaceId }: Place, leads: readonly ReadyLead[], journeyId: string): Promise<readonly string[]> {
  const runIds: string[] = [];
  for (const { leadId } of leads) {
    const answer = await runtime.enrol({ workspaceId, journeyId, leadId });
    if (!answer.enrolled) throw new Error(`Lead ${leadId} was not let in: ${answer.because.code}`);
    runIds.push(answer.runId);
  }
  return runIds;
}

/** The colleague confirms each message, the SDR concludes each hand-off, until every lead is through. */
export async function playPeople({ db, runtime, workspaceId }: Place, standIn: RunningStandIn, journeyId: string): Promise<void> {
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

/** Plays a person on the stand-in's phones. */
export async function tell(standIn: RunningStandIn, path: string, body: object): Promise<unknown> {
  const answer = await fetch(`${standIn.url}/stand-in/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The stand-in refused ${path}: ${await answer.text()}`);
  return answer.json();
}
