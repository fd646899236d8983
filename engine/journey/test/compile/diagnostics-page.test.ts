import { expect, test } from 'vitest';
import { problemTexts } from '../../src/compile/catalogue.ts';
import { compile, PROBLEM_CODES, type ProblemCode, severityOf } from '../../src/compile/index.ts';
import type { QuickFix } from '../../src/model/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { START } from '../lead.ts';
import { CASES, KNOWN } from './problem-cases.ts';

const GROUPS: readonly { readonly digit: string; readonly title: string; readonly about: string }[] = [
  { digit: '1', title: 'Reading', about: 'The document, its settings, or the config of a step is not what its schema expects.' },
  { digit: '2', title: 'Drawing', about: 'Steps and connections do not make up a journey yet.' },
  { digit: '3', title: 'Ways', about: 'Steps or ways out that no lead can take.' },
  { digit: '4', title: 'References', about: 'Names that do not exist in the workspace or in the journey.' },
  { digit: '5', title: 'Safety', about: 'What could go wrong while leads are inside.' },
  { digit: '6', title: 'Settings', about: 'Settings of the journey that defeat their purpose.' },
  { digit: '7', title: 'Saved tests', about: 'A test saved with the journey tells another story now.' },
  { digit: '8', title: 'Publishing', about: 'What this installation cannot run.' },
];

const FIXES: Readonly<Record<QuickFix['do'], string>> = {
  'set-config': 'change the setting',
  connect: 'connect it',
  'add-exit': 'add an exit there',
  disconnect: 'disconnect it',
  'insert-step': 'put a wait in between',
  'remove-node': 'remove the step',
};

/** The mend that the canvas offers for a remark, as its case gets it. */
function fixOf(code: ProblemCode): string {
  const stored = CASES.find((one) => one.code === code)?.stored;
  const { diagnostics } = compile(stored, { nodeTypes: builtInNodeTypes, known: KNOWN, now: START });
  const fix = diagnostics.find((diagnostic) => diagnostic.code === code)?.fix;
  return fix === undefined ? '' : FIXES[fix.do];
}

/** Placeholders as readers of the page understand them. */
const readable = (text: string) => text.replace(/\{\{([^},]+)[^}]*\}\}/g, '‹$1›').replaceAll('|', '\\|');

function rowOf(code: ProblemCode): string {
  const text = problemTexts[code];
  return `| <a id="${code.toLowerCase()}"></a>${code} | ${severityOf(code)} | ${readable(text?.en ?? '')}<br>${readable(text?.['zh-CN'] ?? '')} | ${fixOf(code)} |`;
}

function page(): string {
  const sections = GROUPS.map(({ digit, title, about }) => {
    const rows = PROBLEM_CODES.filter((code) => code.startsWith(`J${digit}`)).map(rowOf);
    return [`## J${digit}: ${title}`, '', about, '', '| code | gravity | what it says | one key mends it |', '|---|---|---|---|', ...rows, ''].join(
      '\n',
    );
  });
  return `# What the compiler says

Everything the compiler may remark about a journey. Errors keep it from being published; warnings say what will probably
not be meant; notes are worth knowing. Each remark stands on its step on the canvas, names the field and the value, and says
the way out. Published codes keep their meaning. Values stand in ‹ ›.

This page is written by a test from the catalogue (\`engine/journey/src/compile/catalogue.ts\`), so it cannot fall behind:
\`npx vitest run --project journey diagnostics-page -u\` writes it anew.

${sections.join('\n')}`;
}

test('the page lists every remark of the catalogue as it is said', async () => {
  expect(PROBLEM_CODES.every((code) => GROUPS.some(({ digit }) => code.startsWith(`J${digit}`)))).toBe(true);
  await expect(page()).toMatchFileSnapshot('../../../../docs/diagnostics.md');
});
