import type { Diagnostic, Millis, NodeId } from '../model/index.ts';
import { parseDuration } from '../time/index.ts';
import { problem } from './catalogue.ts';
import type { Graph, SoundNode } from './graph.ts';
import { reachable } from './reach.ts';
import { type Way, waysOf } from './stays.ts';

/** Reports where the journey alone would send more messages within a cap's window than the cap allows. */
export function checkCaps(graph: Graph): readonly Diagnostic[] {
  const { caps } = graph.document.settings;
  if (caps.length === 0) return [];
  const ways = waysOf(graph);
  const reached = reachable(graph);
  return caps.flatMap((cap) => {
    const sends = [...graph.sound.values()].filter((step) => reached.has(step.drawn.id) && isCapped(step, cap.channel)).map(({ drawn }) => drawn.id);
    const per = parseDuration(cap.per) ?? 0;
    const node = tooMany({ sends: new Set(sends), ways, count: cap.count, per });
    return node === null ? [] : [problem('J509', { count: cap.count + 1, cap: cap.count, per, channel: cap.channel }, { node })];
  });
}

function isCapped({ definition, config }: SoundNode, channel: string): boolean {
  const send = definition.consent?.(config) ?? null;
  return send !== null && send.topic !== null && (channel === 'any' || send.channel === channel);
}

interface Question {
  readonly sends: ReadonlySet<NodeId>;
  readonly ways: ReadonlyMap<NodeId, readonly Way[]>;
  readonly count: number;
  readonly per: Millis;
}

/** The first send from which `count` more follow within the window, on the fastest ways there are; null if there is none. */
function tooMany({ sends, ways, count, per }: Question): NodeId | null {
  const hops = new Map([...sends].map((send) => [send, nextSends(send, sends, ways, per)]));
  for (const first of sends) {
    let frontier = new Map<NodeId, Millis>([[first, 0]]);
    for (let more = 0; more < count && frontier.size > 0; more += 1) frontier = hopOn(frontier, hops, per);
    if (frontier.size > 0) return first;
  }
  return null;
}

function hopOn(frontier: ReadonlyMap<NodeId, Millis>, hops: ReadonlyMap<NodeId, ReadonlyMap<NodeId, Millis>>, per: Millis): Map<NodeId, Millis> {
  const next = new Map<NodeId, Millis>();
  for (const [send, passed] of frontier) {
    for (const [target, more] of hops.get(send) ?? []) {
      const total = passed + more;
      if (total < per && total < (next.get(target) ?? Number.POSITIVE_INFINITY)) next.set(target, total);
    }
  }
  return next;
}

/** The sends that come next after one, each with the least time until then. Shortest ways by repeated relaxing. */
function nextSends(send: NodeId, sends: ReadonlySet<NodeId>, ways: Question['ways'], per: Millis): ReadonlyMap<NodeId, Millis> {
  const best = new Map<NodeId, Millis>();
  const found = new Map<NodeId, Millis>();
  const queue: { readonly node: NodeId; readonly passed: Millis }[] = [{ node: send, passed: 0 }];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    for (const { to, stay } of ways.get(item.node) ?? []) {
      const passed = item.passed + stay.min;
      const record = sends.has(to) ? found : best;
      if (passed >= per || passed >= (record.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      record.set(to, passed);
      if (!sends.has(to)) queue.push({ node: to, passed });
    }
  }
  return found;
}
