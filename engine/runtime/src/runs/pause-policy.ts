import type { Cursor, Instant, Millis } from '@tendril/journey/model';

/** How leads go on when a journey is resumed. */
export interface ResumePolicy {
  /**
   * `send`: what fell due goes on as it is. `skip`: messages that the pause made later than `skipAfterMs` are not sent.
   * `shift`: plain waits move by the length of the pause, as if it had not been.
   */
  readonly late: 'send' | 'skip' | 'shift';
  /** Workspace time; only read for `skip`. */
  readonly skipAfterMs: Millis;
  /** Workspace time over which the leads that were held go on, evenly. */
  readonly spreadMs: Millis;
}

/** A pause that is over. */
export interface EndedPause {
  readonly id: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly policy: ResumePolicy;
}

/** What a lead's wait has lost to a pause: from its beginning, or from the lead's arrival if that was later. */
export function lostTo(pause: EndedPause, { arrivedAt }: Pick<Cursor, 'arrivedAt'>): Millis {
  return Math.max(0, pause.endedAt - Math.max(pause.startedAt, arrivedAt));
}

/** The cursor of a wait that goes on as if the pause had not been. A wait without an end stays without one. */
export function shifted(cursor: Cursor, pause: EndedPause): Cursor {
  const by = lostTo(pause, cursor);
  const { waitsUntil, keepsUntil } = cursor;
  return {
    ...cursor,
    arrivedAt: cursor.arrivedAt + by,
    ...(typeof waitsUntil === 'number' ? { waitsUntil: waitsUntil + by } : {}),
    ...(keepsUntil === undefined ? {} : { keepsUntil: keepsUntil + by }),
  };
}

/** How late a message is that fell due at an instant, if it is too late to be sent; null if it may go. */
export function tooLate({ policy }: EndedPause, dueAt: Instant, now: Instant): Millis | null {
  const late = now - dueAt;
  return policy.late === 'skip' && late > policy.skipAfterMs ? late : null;
}
