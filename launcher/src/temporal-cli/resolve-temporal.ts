import { RemediableError } from '../remediable-error.ts';

/** One way to come by the `temporal` program. */
export interface TemporalSource {
  /** What people call it, for the list of what was tried: "temporal on PATH". */
  readonly name: string;
  /**
   * Answers the path of a working program, or says in a few words why it has none.
   * @param say tells the user what is going on, for sources that take time
   */
  find(say: (progress: string) => void): Promise<{ readonly path: string } | { readonly missing: string }>;
}

/**
 * Tries the sources in order and answers the first program found.
 * @throws RemediableError listing every source with its reason, and the remedy, when none has it
 */
export async function resolveTemporal(sources: readonly TemporalSource[], say: (progress: string) => void = () => undefined): Promise<string> {
  const tried: string[] = [];
  for (const source of sources) {
    const result = await source.find(say);
    if ('path' in result) return result.path;
    tried.push(`${source.name}: ${result.missing}`);
  }
  throw new RemediableError(
    `The Temporal server cannot be had. Tried ${tried.join('; ')}. Set TEMPORAL_ADDRESS to a running Temporal, put the temporal CLI on PATH (https://docs.temporal.io/cli), or start again with a network.`,
  );
}
