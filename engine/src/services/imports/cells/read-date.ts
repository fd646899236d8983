import { zonedInstant } from '../../../time/zoned-instant.ts';
import { foldText } from './fold-text.ts';

const WRITTEN =
  /^(\d{4})(?:-|\/|\.|年)\s?(\d{1,2})(?:-|\/|\.|月)\s?(\d{1,2})日?(?:[ T]\s?(\d{1,2})(?::|时)(\d{1,2})(?:(?::|分)(\d{1,2})(?:\.\d+)?秒?)?分?)?$/;
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The instant (UTC ms) of a date as people in China and programs write it: `2026年8月31日`, `2026/8/31`,
 * `2026-08-31 18:33`, ISO 8601. A time without a zone is one of `timeZone`, a date without a time is its midnight.
 * Null if it cannot be read or names no real day.
 */
export function readDate(cell: string, timeZone: string): number | null {
  const text = foldText(cell);
  if (WITH_ZONE.test(text)) {
    const instant = Date.parse(text);
    return Number.isNaN(instant) ? null : instant;
  }
  const parts = WRITTEN.exec(text);
  if (parts === null) return null;
  const number = (index: number): number => Number(parts[index] ?? 0);
  return zonedInstant({ year: number(1), month: number(2), day: number(3), hour: number(4), minute: number(5), second: number(6) }, timeZone);
}
