import { Liquid, LiquidError, type Template } from 'liquidjs';
import { BoundedCache } from './bounded-cache.ts';
import { boundedData } from './template-data.ts';
import type { TemplatePart, TemplateProblem } from './template-problem.ts';

/** Most characters a template's source may have. */
export const TEMPLATE_SOURCE_LIMIT = 200_000;

/** How values are written into the result: escaped for HTML, or as they are. */
export type LiquidOutput = 'html' | 'plain';

/** A rendered text, or why there is none. */
export type LiquidResult = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

// `templates: {}` is what keeps `render`, `include` and `layout` away from the disk; without it they read files of the working directory.
const sandbox = (output: LiquidOutput): Liquid => {
  const engine = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    parseLimit: TEMPLATE_SOURCE_LIMIT * 2,
    renderLimit: 1_000,
    memoryLimit: 5_000_000,
    timezoneOffset: 'Asia/Shanghai',
    ...(output === 'html' ? { outputEscape: 'escape' as const } : {}),
  });
  // `raw` would switch the escaping off for one value.
  delete engine.filters['raw'];
  return engine;
};

const engines: Readonly<Record<LiquidOutput, Liquid>> = { html: sandbox('html'), plain: sandbox('plain') };
const parsed: Readonly<Record<LiquidOutput, BoundedCache<Template[]>>> = { html: new BoundedCache(200), plain: new BoundedCache(400) };

/** Fills a Liquid source with values. It can read its data and nothing else: no files, no network, no prototypes. */
export function renderLiquid(source: string, options: { data: object; output: LiquidOutput; part: TemplatePart }): LiquidResult {
  if (source.length > TEMPLATE_SOURCE_LIMIT * 2) return refuse(tooLong(source));
  try {
    const engine = engines[options.output];
    const template = parsed[options.output].get(source, () => engine.parse(source));
    return { ok: true, text: String(engine.renderSync(template, boundedData(options.data) as object)) };
  } catch (error) {
    return refuse(problemOf(error, options.part));
  }
}

/** Checks a Liquid source without rendering it: the problem, or null. */
export function checkLiquid(source: string, part: TemplatePart): TemplateProblem | null {
  if (source.length > TEMPLATE_SOURCE_LIMIT) return tooLong(source);
  try {
    parsed.plain.get(source, () => engines.plain.parse(source));
    return null;
  } catch (error) {
    return problemOf(error, part);
  }
}

/** Paths of the values that a source reads from outside, as lists of names; throws nothing, a broken source reads nothing. */
export function liquidReads(source: string): readonly (readonly string[])[] {
  if (checkLiquid(source, 'body') !== null) return [];
  const segments = engines.plain.globalVariableSegmentsSync(source);
  return segments.map((path) => {
    const names: string[] = [];
    for (const step of path) {
      if (typeof step !== 'string') break;
      names.push(step);
    }
    return names;
  });
}

const refuse = (problem: TemplateProblem): LiquidResult => ({ ok: false, problem });

const tooLong = (source: string): TemplateProblem => ({
  code: 'template.source-too-long',
  params: { length: source.length, limit: TEMPLATE_SOURCE_LIMIT },
});

function problemOf(error: unknown, part: TemplatePart): TemplateProblem {
  if (!LiquidError.is(error)) throw error;
  if (/limit exceeded/.test(error.message)) return { code: 'template.too-heavy', params: { part } };
  const line = /, line:(\d+)/.exec(error.message)?.[1];
  const message = error.message.replace(/(?:, file:[^,]*)?, line:\d+, col:\d+$/, '');
  return { code: 'template.liquid', params: { line: line === undefined ? null : Number(line), part, message } };
}
