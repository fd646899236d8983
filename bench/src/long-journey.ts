import type { DocumentEdge, DocumentNode, JourneyDocument, JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes, portsOf } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';

const STEPS: readonly { readonly kind: string; readonly config: JsonObject }[] = [
  { kind: 'send-email', config: { template: 'content', topic: 'nurture' } },
  { kind: 'wait', config: { for: '2d' } },
  { kind: 'if-else', config: { condition: { test: { of: 'attribute', field: 'industry' }, operator: 'is', value: '软件' } } },
  { kind: 'wait-for-event', config: { events: [{ event: 'Page Viewed' }], timeout: '3d' } },
  { kind: 'score-gate', config: {} },
  { kind: 'set-attribute', config: { field: 'round', value: 1 } },
];

/** A journey of so many steps of the common kinds: each way out leads some steps on, all end in one exit. */
export function longJourney(steps: number): JourneyDocument {
  const node = (id: string, kind: string, config: JsonObject, row: number): DocumentNode => ({
    id,
    kind,
    version: builtInNodeTypes.get(kind)?.version ?? 1,
    name: '',
    config,
    position: { x: 0, y: row * 150 },
  });
  const inner = Array.from({ length: steps - 2 }, (_, index) => {
    const { kind, config } = STEPS[index % STEPS.length] ?? { kind: 'merge', config: {} };
    return node(`step-${index}`, kind, config, index + 1);
  });
  const target = (index: number) => (index < inner.length ? `step-${index}` : 'exit');
  const edges = inner.flatMap((step, index): readonly DocumentEdge[] =>
    portsOf(builtInNodeTypes, step).map(({ id: port }, way) => ({ from: step.id, port, to: target(index + 1 + way) })),
  );
  return {
    ...emptyDocument(`${steps} steps`),
    nodes: [node('entry', 'entry-new-lead', {}, 0), ...inner, node('exit', 'exit', {}, steps - 1)],
    edges: [{ from: 'entry', port: 'next', to: target(0) }, ...edges],
  };
}
