import type { Instant, Json, LeadView, OutcomeView, Subject } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import type { Found, Moment } from './compare.ts';
import { matchesProperties } from './matches-properties.ts';

/** What a condition may look at besides the lead. */
export interface ConditionContext {
  /** Outcomes of earlier nodes of the same run, by node id. */
  readonly outcomes?: { readonly [node: string]: OutcomeView };
  /** Zone of the workspace, in which a date without a time is a day; UTC if left out. */
  readonly timeZone?: string;
}

/** Looks up what a leaf is about. Counts, tags, points, stage and pool are our own records and so always known. */
export function findSubject(subject: Subject, lead: LeadView, moment: Moment, context: ConditionContext): Found {
  switch (subject.of) {
    case 'attribute':
      return value(own(lead.attributes, subject.field));
    case 'company':
      return value(lead.company === null ? undefined : own(lead.company, subject.field));
    case 'tag':
      return value(own(lead.tags, subject.tag) ?? 0);
    case 'score':
      return value(lead.score[subject.dimension]);
    case 'grade':
      return value(lead.grade);
    case 'intent':
      return value(lead.intent);
    case 'consent':
      return value(own(lead.consent, `${subject.channel}/${subject.topic}`));
    case 'stage':
      return value(lead.stage);
    case 'pool':
      return value(lead.pool);
    case 'owner':
      return value(lead.owner);
    case 'outcome':
      return value(own(context.outcomes ?? {}, subject.node)?.outcome);
    case 'events':
      return measure(subject, lead, moment);
  }
}

function measure(subject: Extract<Subject, { of: 'events' }>, lead: LeadView, moment: Moment): Found {
  const since = subject.withinDays === undefined ? Number.NEGATIVE_INFINITY : moment.now - subject.withinDays * DAY;
  const times: Instant[] = [];
  for (const event of lead.events) {
    if (event.name !== subject.name || event.at < since || event.at > moment.now) continue;
    if (matchesProperties(subject.where, event.properties, moment)) times.push(event.at);
  }
  if (subject.measure === 'count') return value(times.length);
  if (times.length === 0) return { kind: 'never' };
  const at = times.reduce((best, time) => (subject.measure === 'first' ? Math.min(best, time) : Math.max(best, time)));
  return { kind: 'instant', at };
}

function value(json: Json | undefined): Found {
  return json === undefined || json === null ? { kind: 'missing' } : { kind: 'value', value: json };
}

function own<Value>(record: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
