import type { Instant } from '@tendril/journey/model';

/** The clock of a workspace, in whole ms: it showed `virtual` at the real instant `real` and has run `factor` times as fast since. */
export interface WorkspaceClock {
  readonly factor: number;
  /** ms since 1970 in the real world. */
  readonly real: number;
  readonly virtual: Instant;
}

/**
 * What the clock shows at a real instant. Before it was set it ran at the usual speed: an event of last month happened
 * last month, however fast a demo runs now.
 */
export function toVirtual(clock: WorkspaceClock, real: number): Instant {
  const elapsed = real - clock.real;
  return clock.virtual + (elapsed > 0 ? Math.round(elapsed * clock.factor) : elapsed);
}

/** The first real instant (ms, whole) at which the clock shows this or more. */
export function toReal(clock: WorkspaceClock, virtual: Instant): number {
  const ahead = virtual - clock.virtual;
  return clock.real + (ahead > 0 ? Math.ceil(ahead / clock.factor) : ahead);
}
