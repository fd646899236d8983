import type { Diagnostic, NodeId } from '../model/index.ts';
import { problem } from './catalogue.ts';
import { type Graph, nameOf, type SoundNode } from './graph.ts';
import { nodeReads } from './program-reads.ts';
import { waysOf } from './stays.ts';

/** Which channel each of these events is an answer to. */
const ANSWERS: { readonly [event: string]: string } = { 'Email Clicked': 'email', 'Email Opened': 'email', 'WeCom Replied': 'wecom' };

/** Reports steps that ask for a click or reply on a way that comes straight from the send, with no time in between. */
export function checkEngagement(graph: Graph): readonly Diagnostic[] {
  const asking = [...graph.sound.values()].filter((step) => step.definition.family === 'logic' && asksFor(step).size > 0);
  if (asking.length === 0) return [];
  const before = instantPredecessors(graph);
  return asking.flatMap((step) => {
    const channels = asksFor(step);
    const found = searchBack(step.drawn.id, before, ({ node }) => channels.has(channelOf(graph.sound.get(node)) ?? ''));
    const send = found === null ? undefined : graph.sound.get(found.send)?.drawn;
    if (found === null || send === undefined) return [];
    const fix = { do: 'insert-step', node: found.last.node, port: found.last.port, kind: 'wait', config: { for: '1d' } } as const;
    return [problem('J505', { send: nameOf(send) }, { node: step.drawn.id, fix })];
  });
}

interface Before {
  readonly node: NodeId;
  readonly port: string;
}

function asksFor(step: SoundNode): ReadonlySet<string> {
  return new Set((nodeReads(step).events ?? []).flatMap((event) => ANSWERS[event] ?? []));
}

function channelOf(step: SoundNode | undefined): string | null {
  return step === undefined ? null : (step.definition.consent?.(step.config)?.channel ?? null);
}

/** Where leads may come from without any time passing, quiet hours apart. */
function instantPredecessors(graph: Graph): ReadonlyMap<NodeId, readonly Before[]> {
  const before = new Map<NodeId, Before[]>();
  for (const ways of waysOf(graph, 0).values()) {
    for (const { from, port, to, stay } of ways) {
      if (stay.max !== 0) continue;
      before.set(to, [...(before.get(to) ?? []), { node: from, port }]);
    }
  }
  return before;
}

/** Walks back from a step; answers the first send found and the last way before the step, where a wait belongs. */
function searchBack(
  start: NodeId,
  before: ReadonlyMap<NodeId, readonly Before[]>,
  isSend: (from: Before) => boolean,
): { readonly send: NodeId; readonly last: Before } | null {
  const seen = new Set<NodeId>([start]);
  const queue = (before.get(start) ?? []).map((from) => ({ from, last: from }));
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
    const { from, last } = item;
    if (isSend(from)) return { send: from.node, last };
    if (seen.has(from.node)) continue;
    seen.add(from.node);
    queue.push(...(before.get(from.node) ?? []).map((next) => ({ from: next, last })));
  }
  return null;
}
