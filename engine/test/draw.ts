import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';

/** A step: its kind, its config, and where its ports lead (a name alone: the port `next`). */
export type Step = readonly [kind: string, config: JsonObject, to?: string | { readonly [port: string]: string }];

/** A drawing from its steps by id. */
export function draw(steps: { readonly [id: string]: Step }, name = 'Drawn'): JourneyDocument {
  const nodes = Object.entries(steps).map(([id, [kind, config]], index) => {
    const version = builtInNodeTypes.get(kind)?.version ?? 1;
    return { id, kind, version, name: '', config, position: { x: 0, y: index * 150 } };
  });
  const edges = Object.entries(steps).flatMap(([from, [, , to = {}]]) =>
    Object.entries(typeof to === 'string' ? { next: to } : to).map(([port, target]) => ({ from, port, to: target })),
  );
  return { ...emptyDocument(name), nodes, edges };
}

/** New leads wait an hour, move to the silent pool and are done. */
export const waitThenSilence = draw({
  in: ['entry-new-lead', {}, 'hour'],
  hour: ['wait', { for: '1h' }, 'silent'],
  silent: ['move-to-pool', { pool: 'silent' }, 'out'],
  out: ['exit', { outcome: 'over' }],
});

/** New leads are handed to an SDR; each answer ends in an exit of its name. */
export const handOver = draw({
  in: ['entry-new-lead', {}, 'sdr'],
  sdr: [
    'hand-to-sdr',
    { acceptWithin: '2d', respondWithin: '5d' },
    { qualified: 'qualified', nurture: 'nurture', later: 'later', lost: 'lost', invalid: 'invalid', 'no-response': 'unanswered' },
  ],
  qualified: ['exit', { outcome: 'qualified' }],
  nurture: ['exit', { outcome: 'nurture' }],
  later: ['exit', { outcome: 'later' }],
  lost: ['exit', { outcome: 'lost' }],
  invalid: ['exit', { outcome: 'invalid' }],
  unanswered: ['exit', { outcome: 'no-response' }],
});
