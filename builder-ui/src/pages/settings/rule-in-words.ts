import type { Condition, Locale, PropertyTest } from '@tendril/journey/model';
import { conditionInWords, patternInWords } from '@tendril/journey/sentences';
import type { ScoreRule } from './settings-answers.ts';

/** When a rule hits, in the reader's language; null if the stored trigger is none that scoring knows. */
export function triggerInWords(
  { trigger }: Pick<ScoreRule, 'trigger'>,
  locale: Locale,
): { readonly on: 'event' | 'profile'; readonly text: string } | null {
  const { on, name, where } = trigger as { readonly on?: unknown; readonly name?: unknown; readonly where?: unknown };
  if (on === 'event' && typeof name === 'string') {
    const tests = Array.isArray(where) ? { where: where as readonly PropertyTest[] } : {};
    return { on, text: patternInWords({ event: name, ...tests }, locale) };
  }
  if (on === 'profile' && typeof where === 'object' && where !== null) return { on, text: conditionInWords(where as Condition, locale) };
  return null;
}
