import type { Condition, Diagnostic } from '../model/index.ts';
import { valuesByHint } from '../nodes/hinted-fields.ts';
import { problem } from './catalogue.ts';
import type { Graph } from './graph.ts';
import { isSatisfiable } from './satisfiable.ts';

/** Reports settings of the journey, and conditions anywhere in it, that defeat their purpose. */
export function checkSettings(graph: Graph): readonly Diagnostic[] {
  const { quietHours, holdoutPercent } = graph.document.settings;
  return [
    ...(quietHours !== null && quietHours.from === quietHours.to ? [problem('J601', quietHours, { field: 'settings.quietHours' })] : []),
    ...(holdoutPercent >= 100 ? [problem('J602', {}, { field: 'settings.holdoutPercent' })] : []),
    ...impossibleConditions(graph),
  ];
}

/** Branches have a remark of their own; here are filters, audiences, goals and waits. */
function impossibleConditions({ document, sound, disabled }: Graph): readonly Diagnostic[] {
  const { goal, exits, audience } = document.settings;
  const triggers = [
    ...(goal === null ? [] : [{ when: goal.when, field: 'settings.goal' }]),
    ...exits.map(({ when }) => ({ when, field: 'settings.exits' })),
  ];
  const ofJourney: readonly { readonly condition: Condition; readonly field: string }[] = [
    ...triggers.flatMap(({ when, field }) => ('condition' in when ? [{ condition: when.condition, field }] : [])),
    ...(audience === null ? [] : [{ condition: audience, field: 'settings.audience' }]),
  ];
  const ofSteps = [...sound.values()].flatMap(({ drawn, definition, config }) => {
    if (disabled.has(drawn.id) || definition.branches !== undefined) return [];
    return valuesByHint(definition, config, 'condition').flatMap(({ name, value }) =>
      value === null ? [] : [{ condition: value as Condition, field: `config.${name}`, node: drawn.id }],
    );
  });
  return [...ofJourney, ...ofSteps]
    .filter(({ condition }) => !isSatisfiable([{ condition, wanted: 'true' }]))
    .map(({ condition: _condition, ...place }) => problem('J306', { field: place.field }, place));
}
