import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/compile/index.ts';
import { builtInDefinitions, builtInNodeTypes, type Family, type NodeDefinition } from '../../src/nodes/index.ts';

const PAGE = new URL('../../../../docs/journey-language.md', import.meta.url);
const BEGIN = '<!-- step types: written by the test language-page -->';
const END = '<!-- step types: end -->';

const FAMILIES: Readonly<Record<Family, string>> = {
  entry: 'Entries',
  time: 'Timing',
  logic: 'Logic',
  act: 'Acting',
  people: 'People',
  end: 'End',
};

function rowOf({ kind, title, ports, config, example, help, summary }: NodeDefinition): string {
  const parsed = config.parse(example);
  const ways = ports(parsed).map(({ id }) => `\`${id}\``);
  return `| \`${kind}\` | ${title.en} · ${title['zh-CN']} | ${help.en} | ${summary(parsed, 'en')} | ${ways.join(' ') || '–'} |`;
}

function tables(): string {
  const definitions: readonly NodeDefinition[] = builtInDefinitions;
  return Object.entries(FAMILIES)
    .map(([family, title]) => {
      const rows = definitions.filter((definition) => definition.family === family).map(rowOf);
      return [`**${title}**`, '', '| kind | name | what for | its example says | ways out |', '|---|---|---|---|---|', ...rows].join('\n');
    })
    .join('\n\n');
}

const page = readFileSync(PAGE, 'utf8');

test('the page lists every step type as it is', async () => {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  expect(after).toBeDefined();
  await expect(`${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`).toMatchFileSnapshot(PAGE.pathname);
});

test('its document is one that compiles', () => {
  const [document] = [...page.matchAll(/```json\n(\{\n {2}"format"[\s\S]*?)```/g)].map((match) => match[1] ?? '');
  const compiled = compile(JSON.parse(document ?? ''), { nodeTypes: builtInNodeTypes });
  expect(compiled.diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
});

test('its example of a type is the one that is tried out', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? 'none';
  const tried = readFileSync(new URL('./custom-type.test.ts', import.meta.url), 'utf8');
  expect(tried).toContain(code.trim());
});
