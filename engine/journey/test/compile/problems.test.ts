import { describe, expect, test } from 'vitest';
import { type Compiled, compile } from '../../src/compile/index.ts';
import { builtInNodeTypes } from '../../src/nodes/index.ts';
import { render } from '../../src/sentences/index.ts';
import { START } from '../lead.ts';
import { CASES, KNOWN } from './problem-cases.ts';

const compiled = (stored: unknown): Compiled => compile(stored, { nodeTypes: builtInNodeTypes, known: KNOWN, now: START, timeZone: 'Asia/Shanghai' });

describe.each(CASES)('$code', ({ code, stored, node, port, fixed }) => {
  const { ok, diagnostics } = compiled(stored);
  const found = diagnostics.find((diagnostic) => diagnostic.code === code);

  test('is said where the fault is', () => {
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(found?.node).toBe(node);
    if (port !== undefined) expect(found?.port).toBe(port);
  });

  test('keeps from publishing only if it is an error', () => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(ok).toBe(errors.length === 0);
    if (found?.severity !== 'error') expect(errors).toEqual([]);
  });

  test('reads as a sentence in both languages', () => {
    if (found === undefined) return expect.unreachable();
    expect(render(found, 'zh-CN')).toMatch(/[。]$/);
    expect(render(found, 'en')).toMatch(/\.$/);
    expect(render(found, 'en')).not.toMatch(/\{\{|–/);
  });

  if (fixed === undefined) return;
  test('is not said of the same journey without the fault', () => {
    expect(compiled(fixed).diagnostics.map((diagnostic) => diagnostic.code)).not.toContain(code);
  });
});
