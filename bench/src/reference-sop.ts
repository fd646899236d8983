import type { DocumentNode, JourneyDocument, JsonObject } from '@tendril/journey/model';
import { emptyDocument } from '@tendril/journey/schema';

const step = (id: string, kind: string, config: JsonObject = {}): DocumentNode => ({
  id,
  kind,
  version: 1,
  name: '',
  config,
  position: { x: 0, y: 0 },
});

/**
 * The journey by which costs are compared: enter → email → wait 3 days → score gate → email → wait 2 days → WeCom message →
 * hand to an SDR, wait for the disposition → exit. Every lead passes the gate.
 */
export const referenceSop: JourneyDocument = {
  ...emptyDocument('Reference SOP'),
  nodes: [
    step('in', 'entry-manual'),
    step('first-mail', 'send-email', { template: 'hello', topic: 'nurture' }),
    step('three-days', 'wait', { for: '3d' }),
    step('gate', 'score-gate', { outcomes: [{ id: 'high', combine: 'any', minScore: 0 }] }),
    step('second-mail', 'send-email', { template: 'hello', topic: 'nurture' }),
    step('two-days', 'wait', { for: '2d' }),
    step('wecom', 'send-wecom', { template: 'hello-wecom', topic: 'nurture', confirmWithin: '90d' }),
    step('sdr', 'hand-to-sdr', { acceptWithin: '90d', respondWithin: '90d' }),
    step('out', 'exit', { outcome: 'done' }),
  ],
  edges: [
    { from: 'in', port: 'next', to: 'first-mail' },
    { from: 'first-mail', port: 'next', to: 'three-days' },
    { from: 'three-days', port: 'next', to: 'gate' },
    { from: 'gate', port: 'high', to: 'second-mail' },
    { from: 'gate', port: 'low', to: 'out' },
    { from: 'second-mail', port: 'next', to: 'two-days' },
    { from: 'two-days', port: 'next', to: 'wecom' },
    { from: 'wecom', port: 'sent', to: 'sdr' },
    { from: 'wecom', port: 'not-sent', to: 'sdr' },
    ...['qualified', 'nurture', 'later', 'lost', 'invalid', 'no-response'].map((port) => ({ from: 'sdr', port, to: 'out' })),
  ],
};
