import type { JsonObject } from '@tendril/journey/model';
import fc from 'fast-check';
import type { TestWorkspace } from '../start-workspace.ts';
import { ATTRIBUTES, EVENTS, jsonValues, TAGS } from './condition-arbitrary.ts';

const DAY = 86_400_000;

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null, freq: 2 });
const text = maybe(fc.constantFrom('SaaS', 'saas', 'Head of SaaS', '软件', '5', '2026-11-20', 'true'));
const json = fc.dictionary(fc.constantFrom(...ATTRIBUTES, 'size', 'revenue', 'domain'), jsonValues, { maxKeys: 5 });

/** Instants around a now, in whole ms, some exactly on the limits that conditions ask for. */
const instants = (now: number) =>
  fc.oneof(
    fc.integer({ min: now - 200 * DAY, max: now }),
    fc.constantFrom(0, 0.5, 1, 7, 30, 60).chain((days) => fc.constantFrom(-1, 0, 1).map((off) => Math.min(now, now - days * DAY + off))),
  );

const scores = (now: number) => {
  const decaying = fc.record({ value: fc.integer({ min: -2_000, max: 9_000 }).map((hundredths) => hundredths / 100), asOf: instants(now) });
  const optional = fc.option(fc.oneof({ weight: 8, arbitrary: decaying }, { weight: 1, arbitrary: fc.constant({ value: 'x', asOf: 1 }) }), {
    nil: undefined,
  });
  return fc
    .record({
      fit: optional,
      interest: optional,
      behaviour: optional,
      stage: optional,
      idleMonths: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    })
    .map((all) => JSON.parse(JSON.stringify(all)) as JsonObject);
};

const drawnLead = (now: number) =>
  fc.record({
    fields: fc.record({ title: text, city: text, industry: text, email: text, owner: text }),
    stage: fc.constantFrom('lead', 'mql', 'sql'),
    pool: fc.constantFrom('nurture', 'silent', 'sales'),
    attributes: json,
    scores: scores(now),
    lastSeenAt: maybe(instants(now)),
    createdAt: instants(now),
    company: maybe(fc.record({ industry: text, size: text, domain: text, attributes: json })),
    tags: fc.dictionary(
      fc.constantFrom(...TAGS),
      fc.record({ weight: fc.integer({ min: 0, max: 2_000 }).map((thousandths) => thousandths / 1_000), asOf: instants(now) }),
    ),
    consents: fc.array(fc.record({ topic: fc.constantFrom('nurture', 'news'), status: fc.constantFrom('granted', 'withdrawn'), at: instants(now) }), {
      maxLength: 3,
    }),
    events: fc.array(
      fc.record({
        name: fc.constantFrom(...EVENTS),
        at: instants(now),
        properties: fc.dictionary(
          fc.constantFrom('path', 'form', 'points', 'at', 'list'),
          fc.oneof(jsonValues, fc.constantFrom('/pricing', '/PRICING/x', '/blog'), fc.constant({ name: 'SaaS' })),
          { maxKeys: 4 },
        ),
      }),
      { maxLength: 6 },
    ),
  });

/** Puts so many random leads straight into the tables, as of a now. */
export async function insertRandomLeads(workspace: TestWorkspace, now: number, { count, seed }: { readonly count: number; readonly seed: number }) {
  const { client } = workspace.db;
  const leads = fc.sample(drawnLead(now), { numRuns: count, seed });
  const at = (instant: number) => new Date(instant);
  for (const [index, lead] of leads.entries()) {
    const { fields, stage, pool, attributes, scores: stored, lastSeenAt, createdAt, company, tags, consents, events } = lead;
    const made =
      company === null
        ? null
        : await client.company.create({
            data: {
              ...company,
              attributes: { ...company.attributes },
              workspaceId: workspace.id,
              name: 'Acme',
              nameKey: `acme-${seed}-${index}`,
              createdAt: at(now),
            },
          });
    await client.lead
      .create({
        data: {
          ...fields,
          workspaceId: workspace.id,
          stage,
          pool,
          attributes: JSON.parse(JSON.stringify(attributes)),
          scores: JSON.parse(JSON.stringify(stored)),
          lastSeenAt: lastSeenAt === null ? null : at(lastSeenAt),
          createdAt: at(createdAt),
          updatedAt: at(now),
          companyId: made?.id ?? null,
          tags: { create: Object.entries(tags).map(([tag, { weight, asOf }]) => ({ tag, weight, asOf: at(asOf) })) },
          consents: {
            create: consents.map((consent) => ({ ...consent, at: at(consent.at), workspaceId: workspace.id, channel: 'email', source: 'form' })),
          },
        },
        select: { id: true },
      })
      .then(({ id }) =>
        client.event.createMany({
          data: events.map((event, nth) => ({
            workspaceId: workspace.id,
            leadId: id,
            messageId: `${seed}-${index}-${nth}`,
            type: 'track',
            name: event.name,
            properties: JSON.parse(JSON.stringify(event.properties)),
            occurredAt: at(event.at),
            receivedAt: at(event.at),
          })),
        }),
      );
  }
}
