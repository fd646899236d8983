import type { Instant, Millis } from '../model/index.ts';
import { Bindings, type SqlQuery } from './bindings.ts';
import { bindInstant } from './compare-in-sql.ts';

/** Leads that have done nothing for a while. */
export interface Silence {
  readonly workspaceId: string;
  readonly now: Instant;
  readonly for: Millis;
  /** Names of events that count; empty: all but those `ignored`. */
  readonly events: readonly string[];
  readonly ignored: readonly string[];
}

/**
 * A statement that answers the ids (`id`) of leads whose last event that counts is at least so long ago; the silence of a
 * lead that has none begins when it was recorded. Means the same as the step's `due`.
 */
export function silenceToSql({ workspaceId, now, for: length, events, ignored }: Silence): SqlQuery {
  const bindings = new Bindings();
  const counts = events.length > 0 ? `= any(${bindings.bind(events, 'text[]')})` : `<> all(${bindings.bind(ignored, 'text[]')})`;
  const limit = bindInstant(bindings, now - length);
  const event = `select 1 from "Event" e where e."leadId" = l."id" and e."name" ${counts}`;
  return bindings.finish(
    `select l."id" from "Lead" l where l."workspaceId" = ${bindings.bind(workspaceId, 'uuid')} and l."mergedInto" is null
    and not exists (${event} and e."occurredAt" > ${limit} and e."occurredAt" <= ${bindInstant(bindings, now)})
    and (l."createdAt" <= ${limit} or exists (${event} and e."occurredAt" <= ${limit})) order by l."id"`,
  );
}
