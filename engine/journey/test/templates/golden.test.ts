import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { JourneyScript } from '@tendril/journey/model';
import { formatDocument, journeyScriptSchema, parseDocument } from '@tendril/journey/schema';
import { simulateScript, storyOf } from '@tendril/journey/simulator';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { compiled, laboratoryOf } from '../simulator/laboratory.ts';

/** `UPDATE_GOLDEN=1 npx vitest run --project journey test/templates` writes what is; read the difference before you commit it. */
const update = process.env['UPDATE_GOLDEN'] !== undefined;

const folder = new URL('../../fixtures/golden/', import.meta.url);

interface Golden {
  readonly template: string;
  readonly stories: readonly { readonly name: string; readonly script: JourneyScript; readonly story: readonly string[] }[];
}

function read(name: string): string {
  const file = new URL(name, folder);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

test('every template has stories, and no golden file is left over', () => {
  const expected = GALLERY.flatMap(({ key }) => [`${key}.journey.json`, `${key}.stories.json`]).sort();
  expect(readdirSync(folder).sort()).toEqual(expected);
});

describe.each(GALLERY.map((template) => [template.key, template] as const))('%s', (key, template) => {
  const document = drawTemplate(template, { locale: 'en' });
  const laboratory = laboratoryOf(compiled(document));
  const golden = JSON.parse(read(`${key}.stories.json`)) as Golden;

  test('is drawn as the golden journey', () => {
    if (update) writeFileSync(new URL(`${key}.journey.json`, folder), formatDocument(document));
    expect(formatDocument(document)).toBe(read(`${key}.journey.json`));
    const parsed = parseDocument(read(`${key}.journey.json`));
    expect(parsed.ok).toBe(true);
  });

  const told = golden.stories.map(({ script, ...rest }) => ({
    ...rest,
    script: journeyScriptSchema.parse(script),
    now: storyOf(laboratory, simulateScript(laboratory, script), 'en'),
  }));
  if (update) {
    const stories = told.map(({ name, script, now }) => ({ name, script, story: now }));
    writeFileSync(new URL(`${key}.stories.json`, folder), `${JSON.stringify({ template: key, stories }, null, 2)}\n`);
  }

  test.each(told.map((one) => [one.name, one] as const))('%s', (_name, { story, now }) => {
    expect(now).toEqual(story);
  });
});
