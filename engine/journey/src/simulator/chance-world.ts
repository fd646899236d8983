import type { NodeId } from '../model/index.ts';
import type { SimulatedAnswer } from '../nodes/define-node.ts';
import { chanceOf, drawFrom } from './chance.ts';
import { answersAt, type Laboratory } from './laboratory.ts';
import { propertiesFor } from './satisfy-pattern.ts';
import type { Happening, Reply, World, WorldQuestion } from './world.ts';

/** How a world of chance differs from what the node types say. */
export interface ChanceOptions {
  /** Another seed is another world; the same one always goes the same way. */
  readonly seed: string | number;
  /** Shares per step, in the order of the answers its type gives; they replace the type's own. */
  readonly shares?: { readonly [node: NodeId]: readonly number[] };
}

/** A world in which every step is answered as often as its type (or the marketer) says, by chance but repeatably. */
export function chanceWorld(laboratory: Laboratory, { seed, shares = {} }: ChanceOptions): World {
  const draw = (question: WorldQuestion, isWanted: (answer: SimulatedAnswer) => boolean): SimulatedAnswer | null => {
    const { cursor, runId } = question;
    const own = Object.hasOwn(shares, cursor.node) ? shares[cursor.node] : undefined;
    const wanted = answersAt(laboratory, cursor, runId)
      .map((answer, index) => ({ answer, share: own?.[index] ?? answer.share }))
      .filter(({ answer }) => isWanted(answer));
    const chance = chanceOf(seed, question.lead.id, cursor.node, cursor.visits[cursor.node] ?? 0, wanted[0]?.answer.fact.type ?? '');
    return (
      wanted[
        drawFrom(
          wanted.map(({ share }) => share),
          chance,
        )
      ]?.answer ?? null
    );
  };
  return {
    reply: (question) => replyOf(draw(question, answersEffect), question),
    happenings: (question) => {
      const answer = draw(question, ({ fact }) => fact.type === 'event');
      return answer === null ? [] : happeningOf(answer, question.patterns);
    },
    inside: (called) => chanceWorld(called, { seed: `${seed}/called` }),
    agenda: [],
  };
}

/** Whether an answer is one to an effect. */
export function answersEffect({ fact }: SimulatedAnswer): boolean {
  return fact.type === 'performed' || fact.type === 'failed';
}

/** The reply that an answer stands for. A message that goes out has an id, as it would have in the ledger. */
export function replyOf(answer: SimulatedAnswer | null, { cursor, runId }: WorldQuestion): Reply {
  const fact = answer?.fact;
  if (fact?.type === 'failed') return { fact, afterMs: answer?.afterMs ?? 0 };
  const outcome = fact?.type === 'performed' ? fact.outcome : 'sent';
  const messageId = `${runId}/${cursor.node}/${cursor.visits[cursor.node] ?? 0}`;
  const given = fact?.type === 'performed' ? fact.result : undefined;
  return { fact: { type: 'performed', outcome, result: { messageId, ...given } }, afterMs: answer?.afterMs ?? 0 };
}

function happeningOf({ fact, afterMs }: SimulatedAnswer, patterns: Parameters<World['happenings']>[0]['patterns']): readonly Happening[] {
  if (fact.type !== 'event') return [];
  const { name, properties } = fact.event;
  const pattern = patterns.find(({ event }) => event === name);
  return [{ name, properties: pattern === undefined ? properties : { ...propertiesFor(pattern), ...properties }, afterMs }];
}
