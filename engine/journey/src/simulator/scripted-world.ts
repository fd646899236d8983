import type { Instant, JourneyScript, Millis, NodeId, ScriptedAnswer } from '../model/index.ts';
import { parseDuration } from '../time/index.ts';
import { answersEffect, replyOf } from './chance-world.ts';
import { answersAt, type Laboratory } from './laboratory.ts';
import type { AgendaItem, Reply, World, WorldQuestion } from './world.ts';

/**
 * A world in which only what the script says happens. Effects it says nothing of end as they mostly do: by the first
 * answer that the node type gives.
 */
export function scriptedWorld(laboratory: Laboratory, script: JourneyScript, start: Instant): World {
  const { happens = [], answers = {} } = script;
  return {
    reply: (question) => {
      const usual = replyOf(answersAt(laboratory, question.cursor, question.runId).find(answersEffect) ?? null, question);
      const scripted = answerFor(answers, question);
      return scripted === null ? usual : scriptedReply(scripted, usual, question);
    },
    happenings: () => [],
    inside: (called) => scriptedWorld(called, script, start),
    agenda: happens.map((item): AgendaItem => {
      const at = 'before' in item ? start - lengthOf(item.before) : start + lengthOf(item.after);
      return 'lead' in item ? { at, lead: item.lead } : { at, event: { name: item.event, properties: item.properties ?? {} } };
    }),
  };
}

function answerFor(answers: { readonly [node: NodeId]: readonly ScriptedAnswer[] }, { cursor }: WorldQuestion): ScriptedAnswer | null {
  const list = Object.hasOwn(answers, cursor.node) ? (answers[cursor.node] ?? []) : [];
  const visit = cursor.visits[cursor.node] ?? 1;
  return list[visit - 1] ?? list.at(-1) ?? null;
}

function scriptedReply(answer: ScriptedAnswer, usual: Reply, question: WorldQuestion): Reply {
  const afterMs = answer.after === undefined ? usual.afterMs : lengthOf(answer.after);
  if ('fails' in answer) return { fact: { type: 'failed', code: answer.fails }, afterMs };
  const { outcome, result = {} } = answer;
  const { fact } = replyOf({ fact: { type: 'performed', outcome, result }, afterMs, share: 1, label: { 'zh-CN': '', en: '' } }, question);
  return { fact, afterMs };
}

/** Scripts are checked when they are read; what is no length of time here counts as none. */
function lengthOf(text: string): Millis {
  return parseDuration(text) ?? 0;
}
