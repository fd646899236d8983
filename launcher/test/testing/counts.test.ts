import { expect, test } from 'vitest';
import { addCounts, countPlaywright, countVitest, summaryLine } from '../../src/testing/counts.ts';

const file = (status: string, tests: readonly string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) });

test('vitest: a file that could not be loaded counts as a failure beside the failed tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 1, testResults: [file('passed', ['passed']), file('failed', ['failed']), file('failed', [])] };
  expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 2 });
});

test('vitest: an error outside any test is a failure, and so is a missing report', () => {
  expect(countVitest({ numPassedTests: 5, numFailedTests: 0, testResults: [] }, 1)).toEqual({ passed: 5, failed: 1 });
  expect(countVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test('Playwright: repeated tests that passed count as passed; errors before any test count as failed', () => {
  expect(countPlaywright({ stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: [] }, 1)).toEqual({ passed: 4, failed: 1 });
  expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, 1)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(undefined, 1)).toEqual({ passed: 0, failed: 1 });
});

test('the closing line sums both runners up', () => {
  expect(summaryLine(addCounts({ passed: 3, failed: 0 }, { passed: 2, failed: 1 }))).toBe('5 passed, 1 failed');
});
