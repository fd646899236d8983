import { createHash } from 'node:crypto';
import { type Db, readChannelSettings } from '@tendril/db';
import type { Logger } from 'pino';
import { leadState } from '../wecom/lead-state.ts';
import { STAND_IN_CREDENTIALS } from './stand-in-credentials.ts';

/**
 * In the demo, makes a lead with a phone number a WeCom friend of a colleague, so that messages reach it. In real life
 * people add each other; the stand-in's customers have to be told to. Does nothing in a production workspace.
 */
export interface DemoFriends {
  befriend(lead: { readonly workspaceId: string; readonly leadId: string }): Promise<void>;
}

/** Real ms a stand-in may take to answer. */
const PATIENCE_MS = 5_000;

/** Talks to the stand-in that the demo workspace's WeCom settings name. A stand-in that is away costs no lead. */
export function createDemoFriends({ db, secret, log }: { readonly db: Db; readonly secret: string; readonly log: Logger }): DemoFriends {
  const { client } = db;
  return {
    befriend: async ({ workspaceId, leadId }) => {
      const workspace = await client.workspace.findUnique({ where: { id: workspaceId }, select: { kind: true } });
      if (workspace?.kind !== 'demo') return;
      const lead = await client.lead.findUnique({ where: { id: leadId } });
      const friends = await client.wecomContact.count({ where: { leadId } });
      if (lead === null || lead.phone === null || friends > 0) return;
      const settings = await readChannelSettings(db, { secret, workspaceId, channel: 'wecom' });
      const staff = await chooseStaff(client, { workspaceId, leadId, owner: lead.owner });
      // A demo that somebody pointed at the real WeCom must not tell it of made-up friendships.
      if (settings?.corpId !== STAND_IN_CREDENTIALS.corpId || staff === null) return;
      const customer = { name: lead.name ?? lead.phone, phone: lead.phone, staff, state: leadState(leadId) };
      await addCustomer(settings.baseUrl, customer).catch((error: unknown) =>
        log.warn({ err: error, leadId }, 'the WeCom stand-in did not take a demo customer; WeCom messages will not reach this lead'),
      );
    },
  };
}

/** The owner if the owner is on WeCom, else always the same colleague for the same lead. */
async function chooseStaff(
  client: Db['client'],
  { workspaceId, leadId, owner }: { readonly workspaceId: string; readonly leadId: string; readonly owner: string | null },
): Promise<string | null> {
  const members = await client.member.findMany({ where: { workspaceId, wecomUserId: { not: null } }, orderBy: { wecomUserId: 'asc' } });
  const ids = members.flatMap(({ wecomUserId }) => wecomUserId ?? []);
  if (owner !== null && ids.includes(owner)) return owner;
  const pick = createHash('sha256').update(leadId).digest().readUInt32BE(0);
  return ids[pick % ids.length] ?? null;
}

async function addCustomer(baseUrl: string, customer: { name: string; phone: string; staff: string; state: string }): Promise<void> {
  const answer = await fetch(new URL('/stand-in/customers', baseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(customer),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status}.`);
  await answer.body?.cancel();
}
