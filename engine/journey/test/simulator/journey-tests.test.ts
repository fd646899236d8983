import { readDocument } from '@tendril/journey/schema';
import { render } from '@tendril/journey/sentences';
import { failedTests, madeUpLead, runJourneyTests, scriptFromRun, simulateScript, testFromScript, wayOf } from '@tendril/journey/simulator';
import { describe, expect, test } from 'vitest';
import { journey } from '../journey-builder.ts';
import { laboratoryOf, START } from './laboratory.ts';

function drawn(timeout: string) {
  return journey('watched')
    .step('in', 'entry-new-lead', {}, 'wait')
    .step('wait', 'wait-for-event', { events: [{ event: 'Demo Requested' }], timeout }, { happened: 'yes', timeout: 'no' })
    .exit('yes', 'no');
}

const laboratory = laboratoryOf(drawn('3d').program());
const saved = testFromScript(
  laboratory,
  { start: START, happens: [{ after: '1d', event: 'Demo Requested' }] },
  { id: 't1', name: 'asks for a demo' },
);
const silent = testFromScript(laboratory, { start: START }, { id: 't2', name: 'does nothing' });

describe('a saved test', () => {
  test('passes as long as the journey goes the same way', () => {
    expect(saved.expect).toEqual({ way: ['day 0  in:next', 'day 0  wait…', 'day 1  wait:happened', 'day 1  yes.'], outcome: 'yes' });
    expect(runJourneyTests(laboratory, [saved, silent]).map(({ passed }) => passed)).toEqual([true, true]);
  });

  test('fails with the first line that differs', () => {
    const results = runJourneyTests(laboratoryOf(drawn('12h').program()), [saved, silent]);
    expect(results).toMatchObject([
      { passed: false, difference: { at: 2, expected: 'day 1  wait:happened', found: 'day 0  wait:timeout' } },
      { passed: false, difference: { at: 2, expected: 'day 3  wait:timeout', found: 'day 0  wait:timeout' } },
    ]);
  });

  test('that fails is an error of the journey, which names the line', () => {
    const remarks = failedTests(laboratoryOf(drawn('12h').program()), [saved]);
    expect(remarks).toMatchObject([{ code: 'J701', severity: 'error' }]);
    expect(remarks.map((remark) => render(remark, 'en'))).toEqual([
      'The test “asks for a demo” fails at line 3: expected “day 1  wait:happened”, found “day 0  wait:timeout”. Mend the journey, or save the test anew.',
    ]);
    expect(failedTests(laboratory, [{ ...saved, expect: { ...saved.expect, outcome: 'no' } }])).toMatchObject([{ code: 'J702' }]);
    expect(failedTests(laboratory, [saved, silent])).toEqual([]);
  });

  test('is kept in the document and survives being stored', () => {
    const document = { ...drawn('3d').document(), tests: [saved] };
    const read = readDocument(JSON.parse(JSON.stringify(document)));
    expect(read.ok && read.document.tests).toEqual([saved]);
    expect(readDocument({ ...document, tests: [{ ...saved, happens: [{ after: 'soon', event: 'x' }] }] })).toMatchObject({
      ok: false,
      problems: [{ code: 'document.duration' }],
    });
  });
});

test('a real run becomes a script that goes the same way and holds nothing of the person that the journey does not read', () => {
  const startedAt = Date.parse('2026-03-02T02:00:00Z');
  const script = scriptFromRun(laboratory, {
    lead: madeUpLead('real', { attributes: { name: 'A real name', email: 'real@example.com' } }),
    startedAt,
    entry: 'in',
    events: [
      { name: 'Demo Requested', at: startedAt + 90_000_000, properties: { via: 'form' } },
      { name: 'Page Viewed', at: startedAt + 1000, properties: {} },
      { name: 'Demo Requested', at: startedAt - 1000, properties: {} },
    ],
    answers: {},
  });
  expect(JSON.stringify(script)).not.toContain('real');
  expect(script.happens).toEqual([
    { after: '1d 1h', event: 'Demo Requested', properties: { via: 'form' } },
    { before: '1s', event: 'Demo Requested', properties: {} },
  ]);
  expect(wayOf(simulateScript(laboratory, script))).toContain('day 1  wait:happened');
});
