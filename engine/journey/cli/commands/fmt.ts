import { writeFile } from 'node:fs/promises';
import { formatDocument, parseDocument } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import { readText } from '../journey-file.ts';
import { inLanguage, readOptions } from '../options.ts';
import { EXIT, type Terminal, UsageError } from '../terminal.ts';

interface Formatted {
  readonly file: string;
  readonly status: 'unchanged' | 'formatted' | 'unformatted' | 'unreadable';
  readonly problems: readonly string[];
}

/** `tendril fmt <file…>`: writes journeys in their one canonical text, in the current version of the format. */
export async function fmt(args: readonly string[], given: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, { check: { type: 'boolean', default: false } });
  if (positionals.length === 0) throw new UsageError('cli.files', { count: 1 });
  const terminal = inLanguage(given, values.lang);
  const results: Formatted[] = [];
  for (const file of positionals) results.push(await format(file, values.check, terminal));
  if (values.json) terminal.out(JSON.stringify(results, null, 2));
  else for (const result of results) tell(result, terminal);
  return results.every(({ status }) => status === 'unchanged' || status === 'formatted') ? EXIT.fine : EXIT.found;
}

async function format(file: string, onlyCheck: boolean, { locale, out }: Terminal): Promise<Formatted> {
  const before = await readText(file);
  const parsed = parseDocument(before);
  if (!parsed.ok) return { file, status: 'unreadable', problems: parsed.problems.map((problem) => render(problem, locale)) };
  const after = formatDocument(parsed.document);
  // From the standard input, the answer is the text itself.
  if (file === '-' && !onlyCheck) out(after.trimEnd());
  else if (after !== before && !onlyCheck) await writeFile(file, after);
  if (after === before) return { file, status: 'unchanged', problems: [] };
  return { file, status: onlyCheck ? 'unformatted' : 'formatted', problems: [] };
}

function tell({ file, status, problems }: Formatted, { out, err, locale }: Terminal): void {
  for (const problem of problems) err(`${file}: ${problem}`);
  if (file === '-') return;
  if (status === 'formatted') out(`${file}: ${locale === 'en' ? 'formatted' : '已格式化'}`);
  if (status === 'unformatted') out(`${file}: ${locale === 'en' ? 'not formatted; run tendril fmt' : '未格式化，请运行 tendril fmt'}`);
}
