import type { Millis, NodeId, PortId } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import type { Stay } from '../nodes/define-node.ts';
import type { JourneySettings } from '../schema/index.ts';
import { parseDuration } from '../time/index.ts';
import type { Graph } from './graph.ts';

/** A way from one step to the next, and how long a lead stays in the first before it takes it. */
export interface Way {
  readonly from: NodeId;
  readonly port: PortId;
  readonly to: NodeId;
  readonly stay: Stay;
  /** How many times a run can take it; null for any number. */
  readonly times: number | null;
}

const AT_ONCE: Stay = { min: 0, max: 0 };

/**
 * All ways of a graph, by the step they begin at. Ways of steps that are not sound take no time. `held` is how long a
 * message may be held back; by default what quiet hours and caps allow.
 */
export function waysOf({ next, sound, document }: Graph, held: Millis = longestHold(document.settings)): ReadonlyMap<NodeId, readonly Way[]> {
  const all = [...next].map(([from, targets]): [NodeId, readonly Way[]] => {
    const step = sound.get(from);
    const stays = step?.definition.stays?.(step.config) ?? {};
    const sends = step !== undefined && (step.definition.consent?.(step.config) ?? null) !== null;
    const bound = step?.definition.bound?.(step.config);
    return [
      from,
      [...targets].map(([port, to]) => ({
        ...{ from, port, to },
        stay: lengthened(stays[port] ?? AT_ONCE, sends ? held : 0),
        times: bound?.port === port ? bound.times : null,
      })),
    ];
  });
  return new Map(all);
}

/** How long quiet hours and caps may hold a message back. */
function longestHold({ quietHours, caps }: JourneySettings): Millis {
  return (quietHours === null ? 0 : DAY) + Math.max(0, ...caps.map(({ per }) => parseDuration(per) ?? 0));
}

function lengthened({ min, max }: Stay, by: Millis): Stay {
  return { min, max: max === null ? null : max + by };
}
