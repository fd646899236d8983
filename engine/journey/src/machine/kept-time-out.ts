import { DAY, type Instant } from '../model/index.ts';
import { decideNode, type NodeAnswer, type NodeQuestion } from './decide-node.ts';
import { sayMachine } from './sentences.ts';

/** Longer than any wait that can be drawn. */
const FOR_EVER = 100 * 365 * DAY;

/**
 * Asks a step of time what to do with a lead that came over from another version and keeps the end its wait had there. What
 * ends the wait besides time ends it as ever; time ends it at `end`, neither before nor after.
 */
export function decideKept(question: NodeQuestion, end: Instant): NodeAnswer {
  const answer = decideNode(question);
  if (!answer.ok) return answer;
  return question.snapshot.now < end ? notBefore(question, answer, end) : notAfter(question, answer);
}

function notBefore(question: NodeQuestion, answer: Extract<NodeAnswer, { ok: true }>, end: Instant): NodeAnswer {
  const { step } = answer;
  const kept = { because: sayMachine('machine.kept-time-out', { until: end }) };
  if ('wait' in step) return { ok: true, step: { ...step, ...kept, wait: { ...step.wait, until: end } } };
  if (!('go' in step) || step.go !== timeOutOf(question)) return answer;
  // As if it had just arrived, for what it still waits for besides time.
  const fresh = decideNode({ ...question, cursor: { ...question.cursor, arrivedAt: question.snapshot.now } });
  return fresh.ok && 'wait' in fresh.step ? { ok: true, step: { ...fresh.step, ...kept, wait: { ...fresh.step.wait, until: end } } } : answer;
}

function notAfter(question: NodeQuestion, answer: Extract<NodeAnswer, { ok: true }>): NodeAnswer {
  const { step } = answer;
  if (!('wait' in step) || step.wait.until === null) return answer;
  return decideNode({ ...question, fact: { type: 'woken' }, snapshot: { ...question.snapshot, now: step.wait.until } });
}

/** The way out by which time alone ends the wait; null if it never does. */
function timeOutOf(question: NodeQuestion): string | null {
  const { snapshot } = question;
  const later = { ...snapshot, now: snapshot.now + FOR_EVER, lead: { ...snapshot.lead, events: [] } };
  const answer = decideNode({ ...question, fact: { type: 'woken' }, snapshot: later });
  return answer.ok && 'go' in answer.step ? answer.step.go : null;
}
