/** How long a process may be silent before its job is given to another, in real ms. Renewed with every batch. */
export const LEASE_MS = 30_000;

/** Instant until which a lease taken now holds. */
export const leaseFrom = (now: number): Date => new Date(now + LEASE_MS);
