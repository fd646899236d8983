import type { NodeId } from '@tendril/journey/model';
import type { MoveChoice, PlanLine } from '@tendril/journey/versions';

/** What can be chosen for a line, as the list of choices has it. */
export type ChoiceKey = 'finish' | 'recompute' | 'keep' | 'next' | 'go-on' | 'leave';

/** The list of choices of a line. Keeping the end of a wait makes a difference only where the step itself is another. */
export function choicesOf({ choices, node }: PlanLine): readonly ChoiceKey[] {
  return choices.flatMap((choice): readonly ChoiceKey[] => {
    if (choice !== 'now') return [choice];
    return node === null ? ['recompute'] : ['recompute', 'keep'];
  });
}

/** The choice as the list has it. */
export const keyOf = (choice: MoveChoice): ChoiceKey => (choice.do === 'now' ? choice.wait : choice.do);

/** The choice of a key; `at` is where those go on whose step is gone. */
export function choiceOf(key: ChoiceKey, at: NodeId): MoveChoice {
  switch (key) {
    case 'recompute':
    case 'keep':
      return { do: 'now', wait: key };
    case 'go-on':
      return { do: 'go-on', at };
    case 'finish':
    case 'next':
    case 'leave':
      return { do: key };
  }
}
