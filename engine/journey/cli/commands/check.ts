import type { Diagnostic } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { render } from '@tendril/journey/sentences';
import { type JourneyTestResult, runJourneyTests } from '@tendril/journey/simulator';
import { type JourneyFile, readJourney } from '../journey-file.ts';
import { inLanguage, readOptions, readZone } from '../options.ts';
import { EXIT, type Terminal, UsageError } from '../terminal.ts';

interface Checked extends JourneyFile {
  readonly tests: readonly JourneyTestResult[];
}

/** `tendril check <file…>`: what the compiler remarks, and whether the saved tests pass. */
export async function check(args: readonly string[], given: Terminal): Promise<number> {
  const { values, positionals } = readOptions(args, {
    strict: { type: 'boolean', default: false },
    zone: { type: 'string', default: 'Asia/Shanghai' },
  });
  if (positionals.length === 0) throw new UsageError('cli.files', { count: 1 });
  const terminal = inLanguage(given, values.lang);
  const zone = readZone(values.zone);
  const checked = await Promise.all(positionals.map(async (file) => withTests(await readJourney(file), zone)));
  if (values.json)
    terminal.out(
      JSON.stringify(
        checked.map((one) => asJson(one, terminal)),
        null,
        2,
      ),
    );
  else for (const one of checked) tell(one, terminal);
  return checked.every((one) => isFine(one, values.strict)) ? EXIT.fine : EXIT.found;
}

function withTests(journey: JourneyFile, timeZone: string): Checked {
  const { program, document } = journey;
  const tests = program === null ? [] : runJourneyTests({ nodeTypes: builtInNodeTypes, program, timeZone }, document?.tests ?? []);
  return { ...journey, tests };
}

function isFine({ program, diagnostics, tests }: Checked, strict: boolean): boolean {
  const grave = diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
  return program !== null && !grave && tests.every(({ passed }) => passed);
}

function asJson({ file, program, diagnostics, tests }: Checked, { locale }: Terminal) {
  return {
    file,
    ok: program !== null,
    hash: program?.hash ?? null,
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, sentence: render(diagnostic, locale) })),
    tests: tests.map((result) => ({
      id: result.test.id,
      name: result.test.name,
      passed: result.passed,
      ...(result.passed ? {} : { difference: result.difference }),
    })),
  };
}

function tell({ file, program, document, diagnostics, tests }: Checked, terminal: Terminal): void {
  const { out, locale } = terminal;
  const nameOf = (id: string) => document?.nodes.find((node) => node.id === id)?.name || id;
  for (const diagnostic of diagnostics) out(`${file}: ${inWords(diagnostic, nameOf, terminal)}`);
  for (const result of tests.filter(({ passed }) => !passed)) out(`${file}: ${failure(result, terminal)}`);
  if (program === null) return;
  const passed = tests.filter((result) => result.passed).length;
  const steps = Object.keys(program.nodes).length;
  const testWords = locale === 'en' ? `${passed} of ${tests.length} tests pass` : `${tests.length} 个测试中 ${passed} 个通过`;
  out(
    `${file}: ${locale === 'en' ? `compiles, ${steps} steps` : `编译通过，${steps} 个步骤`}, ${program.hash.slice(0, 12)}${tests.length === 0 ? '' : `, ${testWords}`}`,
  );
}

const SEVERITY = {
  en: { error: 'error', warning: 'warning', note: 'note' },
  'zh-CN': { error: '错误', warning: '警告', note: '提示' },
} as const;

function inWords(diagnostic: Diagnostic, nameOf: (id: string) => string, { locale }: Terminal): string {
  const { severity, code, node, field } = diagnostic;
  const place = node === undefined ? '' : ` “${nameOf(node)}”${field === undefined ? '' : ` ${field}`}`;
  return `${SEVERITY[locale][severity]} ${code}${place}: ${render(diagnostic, locale)}`;
}

function failure(result: JourneyTestResult, { locale }: Terminal): string {
  if (result.passed) return '';
  const { difference, test } = result;
  const [expected, found] =
    'outcome' in difference ? [difference.outcome.expected, difference.outcome.found] : [difference.expected, difference.found];
  const nothing = locale === 'en' ? 'nothing' : '无';
  return locale === 'en'
    ? `test “${test.name}” fails: expected ${expected ?? nothing}, found ${found ?? nothing}`
    : `测试“${test.name}”未通过：应为 ${expected ?? nothing}，实为 ${found ?? nothing}`;
}
