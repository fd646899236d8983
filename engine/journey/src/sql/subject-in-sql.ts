import type { EventPattern, PropertyTest, Subject } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { bindInstant, compareInSql, type SqlMoment } from './compare-in-sql.ts';
import { type FoundInSql, jsonFound } from './found-in-sql.ts';
import { companyField, leadField } from './lead-columns.ts';
import { decayedInSql, type ScoringFigures } from './score-in-sql.ts';

/** What subjects need besides the moment. `used` is told which joins the statement needs. */
export interface SqlSubjects extends SqlMoment {
  readonly scoring: ScoringFigures;
  readonly used: { score: boolean };
}

/** Where a leaf's value is. The lead is `l`, its company `c`, its score `sc`. */
export function subjectInSql(subject: Subject, given: SqlSubjects): FoundInSql {
  const { bindings, used } = given;
  switch (subject.of) {
    case 'attribute':
      return leadField(subject.field, bindings);
    case 'company':
      return companyField(subject.field, bindings);
    case 'tag':
      return tag(subject.tag, given);
    case 'score':
      used.score = true;
      return { kind: 'number', sql: `sc.${subject.dimension}` };
    case 'grade':
      used.score = true;
      return { kind: 'text', sql: 'sc.grade' };
    case 'intent':
      return { kind: 'text', sql: intent(given) };
    case 'consent':
      return consent(subject, given);
    case 'stage':
    case 'pool':
    case 'owner':
      return { kind: 'text', sql: `l."${subject.of}"` };
    case 'outcome':
      // Outcomes belong to a run; of a lead outside any run none is known.
      return { kind: 'text', sql: 'null::text' };
    case 'events':
      return events(subject, given);
  }
}

function tag(name: string, { bindings, now, scoring }: SqlSubjects): FoundInSql {
  const at = bindings.bind(now, 'float8');
  const left = decayedInSql('t."weight"', '(extract(epoch from t."asOf")::float8 * 1000)', at, bindings.bind(scoring.tagHalfLife, 'float8'));
  const weight = `select ${left} from "LeadTag" t where t."leadId" = l."id" and t."tag" = ${bindings.bind(name, 'text')}`;
  return { kind: 'number', sql: `coalesce((${weight}), 0)` };
}

function consent({ channel, topic }: Extract<Subject, { of: 'consent' }>, { bindings }: SqlSubjects): FoundInSql {
  const newest = `select case o."status" when 'granted' then 'granted' else 'withdrawn' end from "Consent" o where o."leadId" = l."id"
    and o."channel" = ${bindings.bind(channel, 'text')} and o."topic" = ${bindings.bind(topic, 'text')} order by o."at" desc, o."status" desc limit 1`;
  return { kind: 'text', sql: `(${newest})` };
}

function intent(given: SqlSubjects): string {
  const { high, low } = given.scoring.intent;
  const any = (patterns: readonly EventPattern[]) => {
    const since = bindInstant(given.bindings, Math.ceil(given.now - given.scoring.intentWindow));
    const tests = patterns.map(({ event, where }) => `(e."name" = ${given.bindings.bind(event, 'text')} and ${propertiesInSql(where, given)})`);
    return `exists (select 1 from "Event" e where e."leadId" = l."id" and e."occurredAt" between ${since} and ${bindInstant(given.bindings, given.now)}
      and (${tests.length === 0 ? 'false' : tests.join(' or ')}))`;
  };
  return `case when ${any(high)} then 'high' when ${any(low)} then 'low' else 'none' end`;
}

function events(subject: Extract<Subject, { of: 'events' }>, given: SqlSubjects): FoundInSql {
  const { bindings, now } = given;
  const { name, measure, withinDays, where } = subject;
  const since = withinDays === undefined ? '' : `and e."occurredAt" >= ${bindInstant(bindings, Math.ceil(now - withinDays * DAY))}`;
  const from = `from "Event" e where e."leadId" = l."id" and e."name" = ${bindings.bind(name, 'text')}
    and e."occurredAt" <= ${bindInstant(bindings, now)} ${since} and ${propertiesInSql(where, given)}`;
  if (measure === 'count') return { kind: 'number', sql: `(select count(*)::float8 ${from})` };
  return { kind: 'instant', sql: `(select ${measure === 'first' ? 'min' : 'max'}(e."occurredAt") ${from})` };
}

/** Whether the properties of the event `e` pass every test; a test that cannot be decided is not passed. */
function propertiesInSql(where: readonly PropertyTest[] | undefined, moment: SqlMoment): string {
  if (where === undefined || where.length === 0) return 'true';
  const tests = where.map(({ property, operator, value }) => {
    const path = property.split('.').map((name) => `-> ${moment.bindings.bind(name, 'text')}`);
    return `(${compareInSql(jsonFound(`e."properties" ${path.join(' ')}`), operator, value, moment)})`;
  });
  return `coalesce(${tests.join(' and ')}, false)`;
}
