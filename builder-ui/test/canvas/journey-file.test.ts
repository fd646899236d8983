import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { preNurtureSop } from '@tendril/journey/templates';
import { expect, test } from 'vitest';
import { journeyText } from '../../src/canvas/journey-file.ts';
import { readJourneyFile } from '../../src/canvas/use-import-file.ts';

const tendril = join(import.meta.dirname, '../../../engine/journey/cli/tendril.ts');

/** What the command line makes of a text: its canonical form. */
const formatted = (text: string) => `${execFileSync(process.execPath, [tendril, 'fmt', '-'], { input: text, encoding: 'utf8' }).trimEnd()}\n`;

test('the file that the canvas exports is byte for byte what the command line writes', () => {
  const exported = journeyText(preNurtureSop);
  expect(formatted(exported)).toBe(exported);
  expect(formatted(JSON.stringify(preNurtureSop))).toBe(exported);
});

test('a file that was exported is read as what was drawn', () => {
  const read = readJourneyFile(journeyText(preNurtureSop), 'en');
  expect('document' in read && journeyText(read.document)).toBe(journeyText(preNurtureSop));
});

test('a file that is no journey says what is wrong in the reader’s language', () => {
  expect(readJourneyFile('no JSON', 'en')).toEqual({ problem: null });
  expect(readJourneyFile('{"format":"other"}', 'en')).toEqual({ problem: expect.stringContaining('must be "tendril.journey"') });
  expect(readJourneyFile('{"format":"other"}', 'zh-CN')).toEqual({ problem: expect.stringMatching(/[\u4e00-\u9fff]/) });
});
