import type { Cursor, Effect, Fact, Instant, Sentence } from '../model/index.ts';
import type { NodeDefinition, NodeStep, StepContext } from '../nodes/define-node.ts';
import { arbitrate, type Verdict } from '../sending/index.ts';
import { type Hold, holdSend } from './hold-send.ts';

/** Memory of a node that has not begun yet because its message is held back. */
const HELD = { $held: true } as const;

/** Whether a lead rests at a step that has not begun, because its message is held back. */
export function isHeldBack({ memory }: Pick<Cursor, 'memory'>): boolean {
  return memory !== null && '$held' in memory;
}

/** The cursor of a lead whose message was planned and is held back after all: its step decides anew. */
export function heldBack(cursor: Cursor): Cursor {
  return { ...cursor, memory: HELD };
}

type Plan = Extract<Effect, { type: 'plan-message' }>;

/**
 * What a step does instead of sending, because its journey's rules or those of the workspace keep its message back; null
 * if it may send. It waits until the rules no longer do, or goes on as after a message that was skipped.
 */
export function heldStep(definition: NodeDefinition, context: StepContext<unknown>): NodeStep | null {
  const send = definition.consent?.(context.config) ?? null;
  if (send === null) return null;
  const { settings, sending, leadZone, now } = context;
  const own = holdSend({ ...send, leadZone }, settings, context);
  if (sending === undefined) return own === null ? null : waiting(own, null);
  const question = { channel: send.channel, marketing: send.topic !== null, priority: settings.priority, leadZone };
  const verdict = arbitrate(question, sending, now);
  const hold = laterOf(own, verdict);
  if (hold === null) return null;
  const plan = planIn(definition.enter(context));
  // A message that would be skipped anyway has nothing to wait for.
  if (plan === null) return own === null ? null : waiting(own, null);
  const dropped = verdict.is === 'never' ? droppedStep(definition, context, { plan, because: verdict.because }) : null;
  return dropped ?? waiting(hold, plan);
}

function planIn(step: NodeStep): Plan | null {
  return (step.effects ?? []).find((effect): effect is Plan => effect.type === 'plan-message') ?? null;
}

function laterOf(own: Hold | null, verdict: Verdict): Hold | null {
  if (verdict.is === 'now') return own;
  return own !== null && own.until >= verdict.until ? own : verdict;
}

function waiting({ until, because }: { readonly until: Instant; readonly because: Sentence }, plan: Plan | null): NodeStep {
  const wait = { wait: { until, events: [] }, because, memory: HELD };
  if (plan === null) return wait;
  const { channel, template, topic } = plan;
  return { ...wait, effects: [{ type: 'hold-message', channel, template, topic, until, because }] };
}

/** The step's own way for a skipped message. Null if its type has none: then it waits all the same. */
function droppedStep(
  definition: NodeDefinition,
  context: StepContext<unknown>,
  { plan, because }: { readonly plan: Plan; readonly because: Sentence },
): NodeStep | null {
  const { code, params } = because;
  const skipped: Fact = { type: 'performed', outcome: 'skipped', result: { reason: { code, params } } };
  const step = definition.resume?.(context, skipped);
  if (step === undefined || !('go' in step)) return null;
  const { channel, template, topic } = plan;
  return { ...step, because, effects: [{ type: 'drop-message', channel, template, topic, because }, ...(step.effects ?? [])] };
}
