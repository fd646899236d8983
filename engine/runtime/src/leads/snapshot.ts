import { type LeadFacts, readLeadFacts } from '@tendril/db/queries';
import type { Instant, LeadView } from '@tendril/journey/model';
import { DEFAULT_SETTINGS, decayed, INTENT_EVENTS, intentOf, TAG_HALF_LIFE } from '@tendril/scoring';
import type { Work } from '../work/work.ts';
import { asObject, type LeadRow, profileOf, scoreOfRow } from './lead-row.ts';

/** Most events a decision looks at; older ones of a very busy lead are left out. */
const MOST_EVENTS = 2_000;

/** An address that was stopped by its owner may still get what needs no consent. */
export const UNSUBSCRIBED = 'unsubscribe';

/** A lead as it is seen at one instant, and what was read for it. */
export interface LeadSight {
  readonly view: LeadView;
  readonly facts: LeadFacts;
}

/** Reads what a decision may look at: the lead, and its events of these names (`'*'`: all) besides those that show intent. */
export async function seeLead(work: Work, row: LeadRow, eventNames: readonly string[]): Promise<LeadSight> {
  const facts = await readLeadFacts(work.tx, {
    leadId: row.id,
    workspaceId: row.workspaceId,
    email: row.texts.email,
    phone: row.texts.phone,
    eventNames: eventNames.includes('*') ? null : [...eventNames, ...INTENT_EVENTS],
    limit: MOST_EVENTS,
  });
  return { view: viewOf(row, facts, work.now), facts };
}

function viewOf(row: LeadRow, facts: LeadFacts, now: Instant): LeadView {
  const { grade, ...score } = scoreOfRow(row, now);
  const events = facts.events.map(({ id, name, at, properties }) => ({ id, name, at, properties: asObject(properties) }));
  const { attributes, company } = profileOf(row);
  return {
    id: row.id,
    attributes,
    company,
    tags: Object.fromEntries(facts.tags.map(({ tag, weight, asOf }) => [tag, decayed(weight, asOf, now, TAG_HALF_LIFE)])),
    score,
    grade,
    intent: intentOf(events, now, DEFAULT_SETTINGS.intentWindow),
    stage: row.stage,
    pool: row.pool,
    owner: row.texts.owner,
    timeZone: row.texts.timeZone,
    locale: row.texts.locale,
    consent: consentOf(facts),
    reachable: reachableOf(row, facts),
    events,
    messages: facts.messages,
  };
}

function consentOf({ consents }: LeadFacts): LeadView['consent'] {
  return Object.fromEntries(consents.map(({ channel, topic, status }) => [`${channel}/${topic}`, status === 'granted' ? 'granted' : 'withdrawn']));
}

function reachableOf({ texts }: LeadRow, facts: LeadFacts): LeadView['reachable'] {
  const usable = (channel: string, address: string | null): boolean => address !== null && !isSuppressed(facts, channel, address, null);
  return {
    email: usable('email', texts.email),
    sms: usable('sms', texts.phone),
    wecom: facts.contacts.some(({ externalUserId }) => usable('wecom', externalUserId)),
  };
}

/** Whether an address must not be written to on a topic; null: about something that needs no consent. */
export function isSuppressed({ suppressions }: LeadFacts, channel: string, address: string, topic: string | null): boolean {
  return suppressions.some((entry) => entry.channel === channel && entry.address === address && (topic !== null || entry.reason !== UNSUBSCRIBED));
}
