import { diff } from '@tendril/journey/compile';
import type { JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { render } from '@tendril/journey/sentences';
import { readJourney } from '../journey-file.ts';
import { inLanguage, readOptions } from '../options.ts';
import { EXIT, type Terminal, UsageError } from '../terminal.ts';

/** `tendril diff <before> <after>`: what has changed in meaning. Positions and notes have none. */
export async function diffFiles(args: readonly string[], given: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {});
  const [before, after] = positionals;
  if (before === undefined || after === undefined || positionals.length > 2) throw new UsageError('cli.files', { count: 2 });
  const terminal = inLanguage(given, values.lang);
  const [old, now] = [await documentOf(before, terminal), await documentOf(after, terminal)];
  if (old === null || now === null) return EXIT.usage;
  const changes = diff(old, now, { nodeTypes: builtInNodeTypes, locale: terminal.locale });
  const told = changes.map((change) => ({ ...change, inWords: render(change.sentence, terminal.locale) }));
  if (values.json) terminal.out(JSON.stringify(told, null, 2));
  else for (const { inWords } of told) terminal.out(inWords);
  return changes.length === 0 ? EXIT.fine : EXIT.found;
}

/** A journey may be compared while it still has errors, but not if it is none. */
async function documentOf(file: string, { err, locale }: Terminal): Promise<JourneyDocument | null> {
  const { document, diagnostics } = await readJourney(file);
  if (document === null) for (const diagnostic of diagnostics) err(`${file}: ${render(diagnostic, locale)}`);
  return document;
}
