import type { Instant, JsonObject } from '@tendril/journey/model';
import { toVirtual } from '../clock/workspace-clock.ts';
import type { FieldChanges } from '../leads/apply-fields.ts';
import { handlesOf, normaliseId } from '../leads/normalise-handles.ts';
import type { Claim } from '../leads/resolve-lead.ts';
import { traitsToFields } from '../leads/traits-to-fields.ts';
import type { Work } from '../work/work.ts';
import type { EventInput } from './event-input.ts';

/** An event ready to be recorded. */
export interface NormalEvent {
  readonly id: string;
  readonly messageId: string;
  readonly type: EventInput['type'];
  readonly name: string;
  readonly properties: JsonObject;
  readonly context: JsonObject;
  readonly at: Instant;
  readonly claim: Claim;
  /** What an `identify` says of the person. */
  readonly changes: FieldChanges | null;
}

/** Brings an event into the one shape that everything after the door works with. */
export function normaliseEvent(work: Work, input: EventInput): NormalEvent {
  const at = occurredAt(work, input);
  const traits = input.type === 'identify' && input.traits !== undefined ? traitsToFields(input.traits) : null;
  const email = input.email ?? traits?.fields.email;
  const phone = input.phone ?? traits?.fields.phone;
  return {
    id: work.newId(),
    messageId: input.messageId,
    type: input.type,
    name: input.name,
    properties: input.properties ?? {},
    context: input.context ?? {},
    at,
    claim: {
      leadId: input.leadId,
      handles: handlesOf({ email, phone, userId: input.userId, wecom: input.wecom }),
      anonymousId: input.anonymousId === undefined ? null : normaliseId(input.anonymousId),
      name: traits?.fields.name ?? null,
      since: at,
    },
    changes: withAddress(traits, { email, phone, userId: input.userId }),
  };
}

/** What happened on the workspace's clock; never in the future, for a wait could not look back on it. */
function occurredAt(work: Work, { occurredAt: at, timestamp }: EventInput): Instant {
  const given = at ?? (timestamp === undefined ? work.now : toVirtual(work.workspace.clock, timestamp));
  return Number.isFinite(given) ? Math.min(given, work.now) : work.now;
}

/** A user id that is a mail address is the lead's address, as long as none is known. */
function withAddress(
  traits: FieldChanges | null,
  given: { email?: string | null | undefined; phone?: string | null | undefined; userId?: string | undefined },
): FieldChanges | null {
  const handles = handlesOf({ userId: given.userId });
  const email = given.email ?? handles.find((handle) => handle.kind === 'email')?.value;
  const fields = { ...(email ? { email } : {}), ...(given.phone ? { phone: given.phone } : {}) };
  if (traits !== null) return { ...traits, fields: { ...fields, ...traits.fields } };
  return Object.keys(fields).length === 0 ? null : { fields, attributes: {}, policy: 'fill' };
}
