import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../src/theme/tokens.css'), 'utf8');

/** Colours of one scheme by their token. */
function coloursOf(block: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
}

const [lightBlock = '', darkBlock = ''] = css.split('[data-mantine-color-scheme="dark"]');
const SCHEMES = { light: coloursOf(lightBlock), dark: coloursOf(darkBlock) };

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'panel', 'sunken'];
const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad', 'entry', 'time', 'logic', 'act', 'people', 'end'];

describe.each(Object.entries(SCHEMES))('%s', (_scheme, colours) => {
  test.each(INKS.flatMap((ink) => GROUNDS.map((ground) => [ink, ground] as const)))('%s on %s reaches AA for text', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each([
    ['accent-ink', 'accent'],
    ['accent', 'accent-soft'],
    ['ink', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['bad', 'bad-soft'],
    ['ink', 'warn-soft'],
  ])('%s on %s reaches AA for text', (ink, ground) => {
    expect(contrast(colours[ink] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
