import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { preNurtureSop } from '@tendril/journey/templates';
import { expect, test } from 'vitest';
import { journeyText } from '../../src/canvas/journey-file.ts';

const tendril = join(import.meta.dirname, '../../../engine/journey/cli/tendril.ts');

/** What the command line makes of a text: its canonical form. */
const formatted = (text: string) => `${execFileSync(process.execPath, [tendril, 'fmt', '-'], { input: text, encoding: 'utf8' }).trimEnd()}\n`;

test('the file that the canvas exports is byte for byte what the command line writes', () => {
  const exported = journeyText(preNurtureSop);
  expect(formatted(exported)).toBe(exported);
  expect(formatted(JSON.stringify(preNurtureSop))).toBe(exported);
});
