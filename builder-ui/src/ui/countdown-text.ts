import { HOUR, MINUTE, SECOND } from '@tendril/journey/model';

/** Tells what is left of a length of time (ms, never negative): `02:41` under an hour, else as `duration` writes it. */
export function countdownText(ms: number, duration: (ms: number) => string): string {
  const left = Math.max(0, ms);
  if (left >= HOUR) return duration(left);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(left / MINUTE))}:${two(Math.floor((left % MINUTE) / SECOND))}`;
}
