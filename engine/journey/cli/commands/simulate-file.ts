import { DAY, type JourneyScript } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { journeyScriptSchema } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import { inventLeads, type Laboratory, sentenceOf, simulateMany, simulateScript, startOf, storyOf } from '@tendril/journey/simulator';
import { parseInstant } from '@tendril/journey/time';
import { forecastInWords } from '../forecast-in-words.ts';
import { readJourney, readText } from '../journey-file.ts';
import { inLanguage, readCount, readOptions, readZone } from '../options.ts';
import { EXIT, type Terminal, UsageError } from '../terminal.ts';

const DEFAULT_START = '2026-01-05T10:00';

/** `tendril simulate <file>`: the story of one lead, or with `--leads` a forecast for many. */
export async function simulateFile(args: readonly string[], given: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {
    script: { type: 'string' },
    entry: { type: 'string' },
    start: { type: 'string' },
    zone: { type: 'string', default: 'Asia/Shanghai' },
    leads: { type: 'string' },
    days: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('cli.files', { count: 1 });
  const terminal = inLanguage(given, values.lang);
  const { program, diagnostics } = await readJourney(file);
  if (program === null) {
    for (const diagnostic of diagnostics) terminal.err(`${file}: ${render(diagnostic, terminal.locale)}`);
    return EXIT.found;
  }
  const laboratory: Laboratory = { nodeTypes: builtInNodeTypes, program, timeZone: readZone(values.zone) };
  if (values.start !== undefined && parseInstant(values.start, 'UTC') === null) throw new UsageError('cli.date', { found: values.start });
  const script = await scriptOf(values);
  if (values.leads === undefined) tellStory(laboratory, script, { terminal, json: values.json });
  else {
    const horizon = readCount('days', values.days) * DAY;
    const options = {
      start: startOf(laboratory, script),
      arriveOver: 0,
      horizon,
      seed: values.seed,
      ...(script.entry === undefined ? {} : { entry: script.entry }),
    };
    const forecast = simulateMany(laboratory, { ...options, leads: inventLeads(readCount('leads', values.leads), values.seed) });
    if (values.json) terminal.out(JSON.stringify(forecast, null, 2));
    else for (const line of forecastInWords(forecast, program, terminal.locale)) terminal.out(line);
  }
  return EXIT.fine;
}

function tellStory(laboratory: Laboratory, script: JourneyScript, { terminal, json }: { readonly terminal: Terminal; readonly json: boolean }): void {
  const trace = simulateScript(laboratory, script);
  if (!json) {
    for (const line of storyOf(laboratory, trace, terminal.locale)) terminal.out(line);
    return;
  }
  const lines = trace.lines.map((line) => ({ ...line, sentence: sentenceOf(laboratory, line, terminal.locale) }));
  const { startedAt, end, messages, handoffs } = trace;
  terminal.out(JSON.stringify({ startedAt, end, lines, messages, handoffs }, null, 2));
}

async function scriptOf({
  script: file,
  start,
  entry,
}: {
  readonly script?: string | undefined;
  readonly start?: string | undefined;
  readonly entry?: string | undefined;
}): Promise<JourneyScript> {
  const read = file === undefined ? { start: DEFAULT_START } : await readScript(file);
  return { ...read, ...(start === undefined ? {} : { start }), ...(entry === undefined ? {} : { entry }) };
}

async function readScript(file: string): Promise<JourneyScript> {
  const content = await readText(file);
  let stored: unknown;
  try {
    stored = JSON.parse(content);
  } catch (error) {
    throw new UsageError('cli.unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
  const parsed = journeyScriptSchema.safeParse(stored);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UsageError('cli.script', { file, path: issue?.path.join('.') || '/', reason: issue?.message ?? '' });
}
