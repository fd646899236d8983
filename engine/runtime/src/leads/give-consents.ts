import type { Work } from '../work/work.ts';
import type { ConsentInput } from './lead-input.ts';
import { UNSUBSCRIBED } from './snapshot.ts';

/**
 * Records what a lead agreed to or withdrew. What stands already is not written again. A list that is imported cannot
 * give what the person has withdrawn; the person's own yes can, and it lifts their unsubscription.
 */
export async function giveConsents(work: Work, leadId: string, consents: readonly ConsentInput[]): Promise<void> {
  if (consents.length === 0) return;
  const { tx, workspace } = work;
  const rows = await tx.consent.findMany({ where: { leadId }, orderBy: [{ at: 'asc' }, { status: 'asc' }] });
  const standing = new Map(rows.map((row) => [`${row.channel}/${row.topic}`, row.status]));
  for (const { channel, topic, status, source } of consents) {
    const now = standing.get(`${channel}/${topic}`);
    if (now === status || (now === 'withdrawn' && source === 'import')) continue;
    await tx.consent.create({
      data: { id: work.newId(), workspaceId: workspace.id, leadId, channel, topic, status, source, at: new Date(work.now) },
    });
    if (status === 'granted' && source !== 'import') await liftUnsubscription(work, leadId, channel);
  }
}

async function liftUnsubscription({ tx, workspace, leads }: Work, leadId: string, channel: string): Promise<void> {
  const { texts } = leads.require(leadId);
  const address = channel === 'email' ? texts.email : channel === 'sms' ? texts.phone : null;
  if (address === null) return;
  await tx.suppression.deleteMany({ where: { workspaceId: workspace.id, channel, address, reason: UNSUBSCRIBED } });
}
