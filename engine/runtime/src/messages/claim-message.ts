import { lockLeadOfRun, reserveTurn } from '@tendril/db/queries';
import type { Json, JsonObject, Sentence } from '@tendril/journey/model';
import type { EffectRequest } from '@tendril/journey/wire';
import { mayUseChannel } from '../breakers/channel-stop.ts';
import { type LeadRow, leadRowOf } from '../leads/lead-row.ts';
import { isSuppressed, type LeadSight, seeLead } from '../leads/snapshot.ts';
import { isPaused } from '../runs/held-run.ts';
import { runtimeSentences } from '../sentences.ts';
import { inTransaction } from '../work/in-transaction.ts';
import { openWork, type RuntimeParts, type Work } from '../work/work.ts';
import { destinationOf } from './destination.ts';
import { lookAgain } from './hold-message.ts';
import { mayGo } from './may-go.ts';
import type { ClaimedMessage, MessageClaim } from './message-claim.ts';
import { addressFor } from './plan-message.ts';

/** The step planned no message: a workflow asks for something that was never decided. */
export class MessageMissing extends Error {
  override readonly name = 'MessageMissing';
}

type MessageRow = NonNullable<Awaited<ReturnType<Work['tx']['message']['findUnique']>>>;

/**
 * Takes the message of a step for sending: `planned` becomes `sending`, in a transaction of its own that is over before
 * anything goes out. One that is found `sending` was taken by an attempt that never reported back: nobody knows whether it
 * went out, so it becomes `unknown` and is not sent again.
 * @throws MessageMissing
 */
export async function claimMessage(parts: RuntimeParts, { runId, step }: EffectRequest): Promise<MessageClaim> {
  return inTransaction(parts.db, async (tx) => {
    const record = await lockLeadOfRun(tx, runId);
    const message = await tx.message.findUnique({ where: { runId_step: { runId, step } } });
    if (record !== null && message === null && (await hasGoneOn(tx, runId, step))) return { state: 'deferred' };
    if (record === null || message === null) throw new MessageMissing(`Step ${step} of run ${runId} has planned no message.`);
    const work = await openWork(parts, tx, message.workspaceId);
    if (message.status === 'held') return { state: 'deferred' };
    if (message.status === 'planned') return take(work, message, leadRowOf(record));
    if (message.status === 'sending') return abandoned(work, message);
    return settled(message, message.status as 'sent' | 'failed' | 'unknown' | 'skipped', message.reason as Sentence | null);
  });
}

/** An attempt whose answer was lost had the message held back, and it belongs to a later step since. */
async function hasGoneOn(tx: Work['tx'], runId: string, step: number): Promise<boolean> {
  const run = await tx.run.findUnique({ where: { id: runId }, select: { step: true } });
  return run !== null && run.step > step;
}

async function take(work: Work, message: MessageRow, lead: LeadRow): Promise<MessageClaim> {
  const run = await work.tx.run.findUnique({ where: { id: message.runId } });
  if (run === null || run.status !== 'running') return skip(work, message, runtimeSentences.say('message.run-over', {}));
  if (await isPaused(work, run)) return { state: 'held' };
  const { program, settings } = await work.parts.programs.load(work.tx, run.programHash);
  const config = program.nodes[message.nodeId]?.config ?? {};
  const sight = await seeLead(work, lead, []);
  const { address, sender } = addressFor(message.channel, lead, sight.facts);
  const template = await findTemplate(work, message.templateKey);
  const reason =
    template === null ? runtimeSentences.say('message.no-template', { template: message.templateKey }) : whyNot(message, { address, sight, config });
  if (reason !== null || template === null)
    return skip(work, message, reason ?? runtimeSentences.say('message.no-template', { template: message.templateKey }));
  if (TO_LEADS.includes(message.channel) && !(await mayGo(work, { ...message, lead, sight, settings }))) return { state: 'deferred' };
  const goesTo = address ?? '';
  const turn = await turnOf(work, { ...message, address: goesTo }, config);
  if (turn !== null) return turn;
  if (!(await mayUseChannel(work, message))) return { state: 'held' };
  await work.tx.message.update({
    where: { id: message.id, status: 'planned' },
    data: { status: 'sending', sendingAt: new Date(work.now), address: goesTo, sender },
  });
  const { id, leadId, journeyId, channel, topic, templateKey } = message;
  const { clock: _, sendingRules: __, ...workspace } = work.workspace;
  const about = { id, workspaceId: workspace.id, leadId, journeyId, channel, topic, templateKey };
  const claimed: ClaimedMessage = { ...about, address: goesTo, sender, config, template, lead: sight.view, workspace };
  return { state: 'claimed', message: claimed };
}

/** Null when the message may go now. A turn once given is kept, however often the message is asked for. */
async function turnOf({ tx, workspace, realNow }: Work, message: MessageRow, config: JsonObject): Promise<MessageClaim | null> {
  const destination = destinationOf(message, config);
  if (destination === null) return null;
  const { name, perSecond } = destination;
  const order = { workspaceId: workspace.id, destination: name, messageId: message.id, now: new Date(realNow), gapMs: 1_000 / perSecond };
  const turnAt = message.turnAt ?? (await reserveTurn(tx, order));
  const waitMs = turnAt.getTime() - realNow;
  return waitMs > 0 ? { state: 'not-yet', waitMs, destination: name } : null;
}

async function findTemplate({ tx, workspace }: Work, key: string): Promise<ClaimedMessage['template'] | null> {
  if (key === '') return { key, name: '', subject: '', body: '' };
  const row = await tx.template.findUnique({ where: { workspaceId_key: { workspaceId: workspace.id, key } } });
  return row === null ? null : { key, name: row.name, subject: row.subject, body: row.body };
}

const TO_LEADS = ['email', 'sms', 'wecom'];

/** Asked again at the last moment: address known and not suppressed, consent still given. */
function whyNot(
  { channel, topic }: MessageRow,
  { address, sight, config }: { readonly address: string | null; readonly sight: LeadSight; readonly config: JsonObject },
): Sentence | null {
  if (!TO_LEADS.includes(channel)) return null;
  if (address === null) return runtimeSentences.say('message.no-address', { channel });
  if (isSuppressed(sight.facts, channel, address, topic)) return runtimeSentences.say('message.suppressed', { channel, address });
  if (topic === null) return null;
  const consent = sight.view.consent[`${channel}/${topic}`];
  if (consent === 'withdrawn') return runtimeSentences.say('message.consent-withdrawn', { channel, topic });
  return consent === undefined && needsConsent(channel, config) ? runtimeSentences.say('message.no-consent', { channel, topic }) : null;
}

/** Mail and SMS need a yes, unless the step says that silence is enough; on WeCom the lead has made friends with us. */
function needsConsent(channel: string, { consent }: { readonly consent?: Json }): boolean {
  return consent === undefined ? channel !== 'wecom' : consent === 'granted';
}

async function skip(work: Work, message: MessageRow, reason: Sentence): Promise<MessageClaim> {
  await work.tx.message.update({ where: { id: message.id }, data: { status: 'skipped', reason: { ...reason }, settledAt: new Date(work.now) } });
  await lookAgain(work, message.leadId);
  return settled(message, 'skipped', reason);
}

async function abandoned(work: Work, message: MessageRow): Promise<MessageClaim> {
  if (message.providerId !== null) return { state: 'handed-over', messageId: message.id, providerId: message.providerId };
  const reason = runtimeSentences.say('message.no-report', {});
  await work.tx.message.update({ where: { id: message.id }, data: { status: 'unknown', reason: { ...reason }, settledAt: new Date(work.now) } });
  return settled(message, 'unknown', reason);
}

function settled({ id }: MessageRow, status: 'sent' | 'failed' | 'unknown' | 'skipped', reason: Sentence | null): MessageClaim {
  return { state: 'settled', messageId: id, status, reason };
}
