import fc from 'fast-check';
import { compile } from '../../src/compile/index.ts';
import type { JourneyDocument, JsonObject, Program } from '../../src/model/index.ts';
import { builtInDefinitions, builtInNodeTypes, type NodeDefinition } from '../../src/nodes/index.ts';
import { emptyDocument } from '../../src/schema/index.ts';

const definitions: readonly NodeDefinition[] = builtInDefinitions;
const entries = definitions.filter(({ family }) => family === 'entry');
const inner = definitions.filter(({ family }) => family !== 'entry');

/** Configs that bring out what the examples do not: loops that look back, waits without a limit, conditions, own ways out. */
const VARIANTS: { readonly [kind: string]: readonly JsonObject[] } = {
  'wait-for-event': [
    { events: [{ event: 'Email Clicked' }], timeout: null, lookBack: '30d' },
    { condition: { test: { of: 'score', dimension: 'total' }, operator: 'gte', value: 50 }, timeout: '1h' },
  ],
  'wait-until': [{ what: 'date', date: '2026-03-05', whenPast: 'own-port' }],
  wait: [{ for: '2d', counting: 'china-workdays', at: '09:00' }, { for: '1m' }],
  'if-else': [{ condition: { not: { test: { of: 'outcome', node: 'step-0' }, operator: 'is', value: 'sent' } }, unknown: 'own-port' }],
  'send-email': [{ template: 't', topic: null, branchWhenUnreachable: true, consent: 'not-withdrawn' }],
  'hand-to-sdr': [{ acceptWithin: '1h', respondWithin: '2d', whenNotAccepted: 'give-up' }],
  goal: [{ condition: { test: { of: 'pool' }, operator: 'is', value: 'silent' }, whenNotReached: 'wait' }],
  'sub-journey': [{ journey: 'x', wait: false }],
  'earlier-outcome': [{ node: 'step-0', paths: [{ id: 'a', outcomes: ['sent', 'clicked'] }] }],
};

const SETTINGS: readonly JsonObject[] = [
  {},
  { quietHours: { from: '21:00', to: '08:00' }, caps: [{ channel: 'any', count: 1, per: '1d' }], timeZone: 'Asia/Shanghai' },
  { goal: { name: 'g', when: { condition: { test: { of: 'score', dimension: 'total' }, operator: 'gte', value: 90 } } }, holdoutPercent: 10 },
  { exits: [{ outcome: 'left', when: { event: { event: 'Unsubscribed' } } }] },
];

const config = (definition: NodeDefinition): fc.Arbitrary<JsonObject> =>
  fc.constantFrom(definition.example as JsonObject, ...(VARIANTS[definition.kind] ?? []));

const step = fc.constantFrom(...inner).chain((definition) => config(definition).map((given) => ({ definition, given })));

/**
 * Drawings of all sorts of steps, connected at random: ways may lead anywhere, also back. Many do not compile, because a
 * step refers to one that is not there, or turns in an instant; those that do are as wild as journeys can be.
 */
export const randomDrawing: fc.Arbitrary<JourneyDocument> = fc
  .record({
    entry: fc.constantFrom(...entries),
    steps: fc.array(step, { minLength: 1, maxLength: 9 }),
    targets: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    settings: fc.constantFrom(...SETTINGS),
    onward: fc.boolean(),
  })
  .map(({ entry, steps, targets, settings, onward }) => {
    const all = [{ definition: entry, given: entry.example as JsonObject }, ...steps];
    const idOf = (index: number) => (index === 0 ? 'entry' : `step-${index - 1}`);
    const nodes = all.map(({ definition, given }, index) => ({
      id: idOf(index),
      kind: definition.kind,
      version: definition.version,
      name: '',
      config: given,
      position: { x: 0, y: index },
    }));
    let next = 0;
    const edges = all.flatMap(({ definition, given }, index) =>
      definition.ports(definition.config.parse(given)).map(({ id: port }) => {
        // Drawings whose ways only lead onward, but for go-tos, are those that mostly compile.
        const first = onward && definition.bound?.(definition.config.parse(given)).port !== port ? index + 1 : 1;
        const target = first + ((targets[next++] ?? 0) % (steps.length + 2 - first));
        return { from: idOf(index), port, to: target > steps.length ? 'end' : idOf(target) };
      }),
    );
    const end = { id: 'end', kind: 'exit', version: 1, name: '', config: {}, position: { x: 0, y: 99 } };
    return { ...emptyDocument('random'), settings, nodes: [...nodes, end], edges };
  });

/** Programs of random drawings. */
export const randomProgram: fc.Arbitrary<Program> = randomDrawing
  .map((document) => compile(document, { nodeTypes: builtInNodeTypes }))
  .filter((compiled) => compiled.ok)
  .map((compiled) => {
    if (!compiled.ok) throw new Error('filtered above');
    return compiled.program;
  });
