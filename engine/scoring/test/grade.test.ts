import { DEFAULT_SETTINGS, gradeOf } from '@tendril/scoring';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const grade = (fit: number, engagement: number) => gradeOf({ fit, engagement, profileKnown: true, seen: true }, DEFAULT_SETTINGS);

describe('the grade', () => {
  test('has a letter for fit and a digit for engagement, with the limit belonging to the better side', () => {
    expect([grade(30, 40), grade(29.9, 40), grade(30, 39.9), grade(10, 10), grade(9.9, 9.9), grade(0, 0)]).toEqual([
      'A1',
      'B1',
      'A2',
      'C3',
      'D4',
      'D4',
    ]);
  });

  test('is missing while one side is unknown, however high the other', () => {
    expect(gradeOf({ fit: 40, engagement: 0, profileKnown: true, seen: false }, DEFAULT_SETTINGS)).toBeNull();
    expect(gradeOf({ fit: 0, engagement: 65, profileKnown: false, seen: true }, DEFAULT_SETTINGS)).toBeNull();
  });

  test('never gets worse by more points', () => {
    const points = fc.double({ min: 0, max: 70, noNaN: true });
    fc.assert(
      fc.property(points, points, points, (fit, engagement, more) => {
        expect(grade(fit + more, engagement) ?? '').toSatisfy((better: string) => better <= (grade(fit, engagement) ?? ''));
        expect(grade(fit, engagement + more) ?? '').toSatisfy((better: string) => better <= (grade(fit, engagement) ?? ''));
      }),
    );
  });
});
