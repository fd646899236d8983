import type { Json } from '@tendril/journey/model';
import type { Work } from '../work/work.ts';
import type { RecordedEvent } from './recorded-event.ts';

/** What an event changes besides points and journeys: consents, suppressed addresses, friendships. */
export async function reactToEvents(work: Work, events: readonly RecordedEvent[]): Promise<void> {
  for (const event of events) {
    switch (event.name) {
      case 'Unsubscribed':
        await unsubscribe(work, event);
        break;
      case 'Email Bounced':
        if (event.properties['hard'] === true) await suppress(work, event, { channel: 'email', reason: 'hard-bounce' });
        break;
      case 'WeCom Friend Added':
        await befriend(work, event);
        break;
      case 'WeCom Friend Removed':
        await unfriend(work, event);
        break;
    }
  }
}

/**
 * Withdraws consent to the topic (without one: to all of the channel) and stops the address for all that needs consent,
 * until the person asks for it again.
 */
async function unsubscribe(work: Work, event: RecordedEvent): Promise<void> {
  const channel = textOf(event.properties['channel']) ?? 'email';
  const lead = work.leads.require(event.leadId);
  const topic = textOf(event.properties['topic']);
  const given = await work.tx.consent.findMany({ where: { leadId: lead.id, channel }, distinct: ['topic'], select: { topic: true } });
  const topics = topic === null ? given.map((row) => row.topic) : [topic];
  await work.tx.consent.createMany({
    data: topics.map((name) => ({
      id: work.newId(),
      workspaceId: work.workspace.id,
      leadId: lead.id,
      channel,
      topic: name,
      status: 'withdrawn',
      source: 'unsubscribe',
      at: new Date(event.at),
    })),
  });
  await suppress(work, event, { channel, reason: 'unsubscribe' });
}

async function suppress(work: Work, event: RecordedEvent, { channel, reason }: { readonly channel: string; readonly reason: string }): Promise<void> {
  const { texts } = work.leads.require(event.leadId);
  const address = textOf(event.properties['address']) ?? (channel === 'email' ? texts.email : channel === 'sms' ? texts.phone : null);
  if (address === null) return;
  await work.tx.suppression.createMany({
    data: [{ workspaceId: work.workspace.id, channel, address, reason, source: event.name, at: new Date(event.at) }],
    skipDuplicates: true,
  });
}

async function befriend(work: Work, event: RecordedEvent): Promise<void> {
  const friends = friendsIn(event);
  if (friends === null) return;
  const lead = work.leads.require(event.leadId);
  const key = { workspaceId: work.workspace.id, ...friends };
  await work.tx.wecomContact.upsert({
    where: { workspaceId_staffUserId_externalUserId: key },
    create: { ...key, leadId: lead.id, addedAt: new Date(event.at) },
    update: { leadId: lead.id, addedAt: new Date(event.at), removedAt: null },
  });
  if (lead.texts.owner === null) work.leads.put({ ...lead, texts: { ...lead.texts, owner: friends.staffUserId } });
}

async function unfriend(work: Work, event: RecordedEvent): Promise<void> {
  const friends = friendsIn(event);
  if (friends === null) return;
  await work.tx.wecomContact.updateMany({ where: { workspaceId: work.workspace.id, ...friends }, data: { removedAt: new Date(event.at) } });
}

function friendsIn({ properties }: RecordedEvent): { readonly staffUserId: string; readonly externalUserId: string } | null {
  const staffUserId = textOf(properties['staffUserId']);
  const externalUserId = textOf(properties['externalUserId']);
  return staffUserId === null || externalUserId === null ? null : { staffUserId, externalUserId };
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
