import type { Condition, EventPattern, ProgramReads } from '../model/index.ts';
import type { NodeReads } from '../nodes/define-node.ts';
import { valuesByHint } from '../nodes/hinted-fields.ts';
import { readsOf } from '../nodes/reads-of.ts';
import type { CurrentDocument } from '../schema/index.ts';
import type { SoundNode } from './graph.ts';

/** What one step looks at: what its type says, and every condition in its config. */
export function nodeReads({ definition, config }: SoundNode): NodeReads {
  const conditions = valuesByHint(definition, config, 'condition').flatMap(({ value }) => (value === null ? [] : [value as Condition]));
  return union([definition.reads?.(config) ?? {}, ...conditions.map(readsOf)]);
}

/** What a snapshot must hold so that the machine and the entries can decide. */
export function programReads(steps: readonly SoundNode[], { settings }: CurrentDocument): ProgramReads {
  const { goal, exits, audience } = settings;
  const triggers = [...(goal === null ? [] : [goal.when]), ...exits.map(({ when }) => when)].map(triggerReads);
  const { events = [], attributes = [] } = union([...steps.map(nodeReads), ...triggers, audience === null ? {} : readsOf(audience)]);
  return { events: events.includes('*') ? ['*'] : events.toSorted(), attributes: attributes.toSorted() };
}

function triggerReads(when: { readonly event: EventPattern } | { readonly condition: Condition }): NodeReads {
  return 'event' in when ? { events: [when.event.event] } : readsOf(when.condition);
}

function union(reads: readonly NodeReads[]): NodeReads {
  const events = new Set(reads.flatMap((read) => read.events ?? []));
  const attributes = new Set(reads.flatMap((read) => read.attributes ?? []));
  return { events: [...events], attributes: [...attributes] };
}
