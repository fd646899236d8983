import { liquidReads } from './liquid-sandbox.ts';

/** Names that rendering adds by itself; no lead has to have them. */
const OWN_NAMES: ReadonlySet<string> = new Set(['unsubscribe_url']);

/**
 * The values a template reads, as paths (`lead.name`, `company.industry`), each once and sorted. What the template sets
 * itself (`assign`, loop variables) is not among them. A template that does not parse reads nothing.
 */
export function templateVariables(...sources: readonly string[]): readonly string[] {
  const paths = sources.flatMap((source) => liquidReads(source)).filter((path) => !OWN_NAMES.has(path[0] ?? ''));
  return [...new Set(paths.map((path) => path.join('.')))].filter((path) => path !== '').toSorted();
}
