/** How many tests went well and how many did not. A suite that could not even start counts as one that failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Both together. */
export function addCounts(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** The closing line: "12 passed, 0 failed". */
export function summaryLine(counts: Counts): string {
  return `${counts.passed} passed, ${counts.failed} failed`;
}

/**
 * Reads vitest's JSON report.
 * @param exitCode vitest's own verdict: it also fails for errors outside any test
 */
export function countVitest(report: unknown, exitCode: number): Counts {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = (report ?? {}) as VitestReport;
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length;
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests + brokenFiles }, exitCode);
}

/**
 * Reads Playwright's JSON report. A test that passed only when repeated counts as passed.
 * @param exitCode Playwright's own verdict
 */
export function countPlaywright(report: unknown, exitCode: number): Counts {
  const { stats, errors = [] } = (report ?? {}) as PlaywrightReport;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  return atLeastOneFailure({ passed, failed: (stats?.unexpected ?? 0) + errors.length }, exitCode);
}

/** A runner that failed without a failing test, for instance because it crashed, must not look green. */
function atLeastOneFailure(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

interface VitestReport {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

interface PlaywrightReport {
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly errors?: readonly unknown[];
}
