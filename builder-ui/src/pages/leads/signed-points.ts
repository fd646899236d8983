import type { Format } from '../../i18n/format.ts';

/** Points with their sign: `+36`, `−13`, `0`. Parts of a point are rounded away. */
export function signedPoints(points: number, format: Format): string {
  const whole = Math.round(points);
  const sign = whole > 0 ? '+' : whole < 0 ? '−' : '';
  return `${sign}${format.count(Math.abs(whole))}`;
}
