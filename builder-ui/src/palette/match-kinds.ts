import { LOCALES } from '@tendril/journey/model';
import type { Family, NodeDefinition } from '@tendril/journey/nodes';

/** Families in the order of the palette. */
export const FAMILIES: readonly Family[] = ['entry', 'time', 'logic', 'act', 'people', 'end'];

/** How well a step type fits what was typed: lower is better, null not at all. Titles of both languages and the kind count. */
function rank(definition: NodeDefinition, query: string): number | null {
  const titles = LOCALES.map((locale) => definition.title[locale].toLowerCase());
  if (titles.some((title) => title.startsWith(query))) return 0;
  if (titles.some((title) => title.split(/[\s/]+/).some((word) => word.startsWith(query)))) return 1;
  if (definition.kind.includes(query) || titles.some((title) => title.includes(query))) return 2;
  return LOCALES.some((locale) => definition.help[locale].toLowerCase().includes(query)) ? 3 : null;
}

/** Step types that fit what was typed, best first; all in palette order while nothing is typed. */
export function matchKinds(definitions: readonly NodeDefinition[], typed: string): readonly NodeDefinition[] {
  const query = typed.trim().toLowerCase();
  if (query === '') return FAMILIES.flatMap((family) => definitions.filter((definition) => definition.family === family));
  return definitions
    .flatMap((definition) => {
      const how = rank(definition, query);
      return how === null ? [] : [{ definition, how }];
    })
    .sort((a, b) => a.how - b.how)
    .map(({ definition }) => definition);
}
