import { compile } from '@tendril/journey/compile';
import type { DocumentNode, JourneyDocument, JsonObject, Program } from '@tendril/journey/model';
import { DAY } from '@tendril/journey/model';
import { builtInDefinitions, builtInNodeTypes, type NodeDefinition } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';
import { chanceWorld, inventLeads, simulate, simulateMany } from '@tendril/journey/simulator';
import { describe, expect, test } from 'vitest';
import { laboratoryOf } from './laboratory.ts';

const node = (id: string, kind: string, config: JsonObject = {}): DocumentNode => ({
  id,
  kind,
  version: 1,
  name: id,
  config,
  position: { x: 0, y: 0 },
});

/** The entry; it has the id of the step that the example of "earlier outcome" looks back at. */
const ENTRY = 'thank-you';

/** A journey of one step of this type with its example config, each way out leading to an exit of its own. */
function journeyAround(definition: NodeDefinition): JourneyDocument {
  const config = definition.config.parse(definition.example);
  const ports = definition.ports(config).map(({ id }) => id);
  const isEntry = definition.entry !== undefined;
  const exits = ports.map((port) => node(`exit-${port}`, 'exit', { outcome: port }));
  const under = { ...node('step', definition.kind, definition.example as JsonObject), version: definition.version };
  return {
    ...emptyDocument(definition.kind),
    nodes: [...(isEntry ? [] : [node(ENTRY, 'entry-manual')]), under, ...exits],
    edges: [...(isEntry ? [] : [{ from: ENTRY, port: 'next', to: 'step' }]), ...ports.map((port) => ({ from: 'step', port, to: `exit-${port}` }))],
  };
}

function programAround(definition: NodeDefinition): Program {
  const result = compile(journeyAround(definition), { nodeTypes: builtInNodeTypes });
  if (!result.ok) throw new Error(`${definition.kind}: ${JSON.stringify(result.diagnostics)}`);
  return result.program;
}

describe.each((builtInDefinitions as readonly NodeDefinition[]).map((definition) => [definition.kind, definition] as const))(
  '%s',
  (_kind, definition) => {
    const forecast = simulateMany(laboratoryOf(programAround(definition)), {
      leads: inventLeads(400, definition.kind),
      start: Date.UTC(2026, 2, 2),
      arriveOver: 0,
      horizon: 2_000 * DAY,
      seed: 7,
    });

    test('can be simulated: every lead gets through it', () => {
      expect(forecast.outcomes).not.toHaveProperty('error');
      expect(forecast.refused).toBe(0);
      expect(forecast.inside).toBe(0);
    });

    test('says how the world answers, if it performs or waits for events; and every way out is then taken by somebody', () => {
      const laboratory = laboratoryOf(programAround(definition));
      const world = chanceWorld(laboratory, { seed: 7 });
      const asks = inventLeads(50, definition.kind).some((lead) =>
        simulate(laboratory, { lead, start: Date.UTC(2026, 2, 2), world }).moments.some(
          ({ directive }) => directive?.do === 'perform' || (directive?.do === 'wait' && directive.events.length > 0),
        ),
      );
      if (!asks) return;
      expect(definition.simulate).toBeDefined();
      const ports = definition.ports(definition.config.parse(definition.example)).map(({ id }) => id);
      expect(Object.keys(forecast.outcomes)).toEqual(expect.arrayContaining(ports));
    });

    test('gives shares that add up', () => {
      const answers = definition.simulate?.(definition.config.parse(definition.example), { runId: 'r', cursor: anyCursor }).answers ?? [];
      const shareOf = (types: readonly string[]) =>
        answers.filter(({ fact }) => types.includes(fact.type)).reduce((sum, { share }) => sum + share, 0);
      const effects = shareOf(['performed', 'failed']);
      expect(effects === 0 || Math.abs(effects - 1) < 1e-9).toBe(true);
      expect(shareOf(['event'])).toBeLessThanOrEqual(1 + 1e-9);
    });
  },
);

const anyCursor = { node: 'step', arrivedAt: 0, memory: null, outcomes: {}, visits: { step: 1 }, entered: { entry: 'in', at: 0, event: null } };
