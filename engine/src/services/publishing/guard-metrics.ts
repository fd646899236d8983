/** What is watched while a version is on trial. Each formula stands here, and only here. */
export const GUARDS = ['failure', 'unsubscribe', 'goal'] as const;
export type Guard = (typeof GUARDS)[number];

/** Leads that came into one version since the trial began, and what became of them. */
export interface VersionCounts {
  readonly entered: number;
  /** With a step that failed, or a message that could not be sent. */
  readonly failure: number;
  /** Who unsubscribed after coming in. */
  readonly unsubscribe: number;
  /** Whose run ended by the journey's goal. */
  readonly goal: number;
}

/** Nobody has come in. */
export const NO_LEADS: VersionCounts = { entered: 0, failure: 0, unsubscribe: 0, goal: 0 };

/** What stops a trial by itself. Points are percentage points between the rates of the two versions; null: not watched. */
export interface GuardLimits {
  /** So many leads must have come into a version before its rates say anything. */
  readonly leastLeads: number;
  /** The rate may be higher than that of the live version by so many points at most. */
  readonly failurePoints: number | null;
  readonly unsubscribePoints: number | null;
  /** The rate may be lower than that of the live version by so many points at most. */
  readonly goalPoints: number | null;
}

/** A limit that was overstepped, with both rates in percent. */
export interface Overstepped {
  readonly guard: Guard;
  readonly trial: number;
  readonly live: number;
  readonly points: number;
}

/** A rate in percent: leads of whom it is true, of all that came into the version; null while nobody has. */
export const rateOf = (counts: VersionCounts, guard: Guard): number | null => (counts.entered === 0 ? null : (100 * counts[guard]) / counts.entered);

/** Every rate of a version. */
export const ratesOf = (counts: VersionCounts): Readonly<Record<Guard, number | null>> => ({
  failure: rateOf(counts, 'failure'),
  unsubscribe: rateOf(counts, 'unsubscribe'),
  goal: rateOf(counts, 'goal'),
});

/** The first limit that a trial oversteps, or null. With too few leads on trial nothing is said; a goal needs them on both sides. */
export function overstepped(
  limits: GuardLimits,
  { trial, live }: { readonly trial: VersionCounts; readonly live: VersionCounts },
): Overstepped | null {
  if (trial.entered < Math.max(1, limits.leastLeads)) return null;
  for (const guard of GUARDS) {
    const points = { failure: limits.failurePoints, unsubscribe: limits.unsubscribePoints, goal: limits.goalPoints }[guard];
    if (points === null) continue;
    if (guard === 'goal' && live.entered < Math.max(1, limits.leastLeads)) continue;
    const [here, there] = [rateOf(trial, guard) ?? 0, rateOf(live, guard) ?? 0];
    const worse = guard === 'goal' ? there - here : here - there;
    if (worse > points) return { guard, trial: here, live: there, points };
  }
  return null;
}
