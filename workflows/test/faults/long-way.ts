import type { DocumentNode, JourneyDocument, JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';

const step = (id: string, kind: string, config: JsonObject = {}): DocumentNode => ({
  id,
  kind,
  version: builtInNodeTypes.get(kind)?.version ?? 1,
  name: '',
  config,
  position: { x: 0, y: 0 },
});

/** A journey through the kinds of steps that decide, change a lead, wait for time, events and people, and send. Everybody goes one way. */
export const longWay: JourneyDocument = {
  ...emptyDocument('Long way'),
  nodes: [
    step('in', 'entry-manual'),
    step('tag', 'tag', { tag: 'nurture', weight: 1 }),
    step('mail-1', 'send-email', { template: 'hello', topic: 'nurture' }),
    step('day', 'wait', { for: '1d' }),
    step('industry', 'if-else', { condition: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' } }),
    step('points', 'adjust-score', { dimension: 'behaviour', points: 30 }),
    step('gate', 'score-gate', { outcomes: [{ id: 'high', combine: 'any', minScore: 0 }] }),
    step('mail-2', 'send-email', { template: 'hello', topic: 'nurture' }),
    step('visit', 'wait-for-event', { events: [{ event: 'Price Requested' }], timeout: '1d' }),
    step('wecom', 'send-wecom', { template: 'hello-wecom', topic: 'nurture', confirmWithin: '90d' }),
    step('join', 'merge'),
    step('sdr', 'hand-to-sdr', { acceptWithin: '90d', respondWithin: '90d' }),
    step('told', 'emit-event', { event: 'Nurture Finished', properties: { round: 1 } }),
    step('stage', 'set-stage', { stage: 'mql' }),
    step('pool', 'move-to-pool', { pool: 'silent' }),
    step('out', 'exit', { outcome: 'done' }),
  ],
  edges: [
    ...pairs('in', 'tag', 'mail-1', 'day', 'industry'),
    { from: 'industry', port: 'yes', to: 'points' },
    { from: 'industry', port: 'no', to: 'points' },
    ...pairs('points', 'gate'),
    { from: 'gate', port: 'high', to: 'mail-2' },
    { from: 'gate', port: 'low', to: 'out' },
    ...pairs('mail-2', 'visit'),
    { from: 'visit', port: 'happened', to: 'wecom' },
    { from: 'visit', port: 'timeout', to: 'wecom' },
    { from: 'wecom', port: 'sent', to: 'join' },
    { from: 'wecom', port: 'not-sent', to: 'join' },
    ...pairs('join', 'sdr'),
    ...['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'].map((port) => ({ from: 'sdr', port, to: 'told' })),
    ...pairs('told', 'stage', 'pool', 'out'),
  ],
};

function pairs(...ids: string[]): { from: string; port: string; to: string }[] {
  return ids.slice(1).map((to, index) => ({ from: ids[index] ?? '', port: 'next', to }));
}
