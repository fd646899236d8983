import type { Effect, EventView, Instant, JsonObject, LeadView, ScoreView } from '../model/index.ts';

/** When and where an effect happens; gives events made by the journey a stable id. */
export interface EffectPlace {
  readonly now: Instant;
  readonly eventId: string;
}

/**
 * The lead as it will be after an effect, so that later nodes of the same step see it. The database does the same
 * change with the same meaning when the decision is written.
 */
export function applyEffect(lead: LeadView, effect: Effect, place: EffectPlace): LeadView {
  switch (effect.type) {
    case 'set-attribute':
      return setAttribute(lead, effect.field, effect.value);
    case 'add-tag':
      return { ...lead, tags: { ...lead.tags, [effect.tag]: (lead.tags[effect.tag] ?? 0) + effect.weight } };
    case 'weaken-tag':
      return { ...lead, tags: { ...lead.tags, [effect.tag]: (lead.tags[effect.tag] ?? 0) * effect.factor } };
    case 'adjust-score':
      return { ...lead, score: adjusted(lead.score, effect.dimension, effect.points) };
    case 'move-to-pool':
      return { ...setAttribute(lead, 'pool', effect.pool), pool: effect.pool };
    case 'set-stage':
      return { ...setAttribute(lead, 'stage', effect.stage), stage: effect.stage };
    case 'emit-event':
      return { ...lead, events: [...lead.events, eventOf(effect, place)] };
    case 'plan-message':
      return planned(lead, effect, place.now);
    case 'open-handoff':
    case 'expire-handoff':
    case 'start-journey':
    case 'hold-message':
    case 'drop-message':
      return lead;
  }
}

/** Fields that a view shows beside the attributes are kept in step with them. */
function setAttribute(lead: LeadView, field: string, value: JsonObject[string]): LeadView {
  const attributes = { ...lead.attributes, [field]: value };
  const text = typeof value === 'string' ? value : null;
  switch (field) {
    case 'owner':
    case 'timeZone':
    case 'locale':
      return { ...lead, attributes, [field]: text };
    case 'stage':
    case 'pool':
      return text === null ? { ...lead, attributes } : { ...lead, attributes, [field]: text };
    default:
      return { ...lead, attributes };
  }
}

function adjusted(score: ScoreView, dimension: Extract<Effect, { type: 'adjust-score' }>['dimension'], points: number): ScoreView {
  return { ...score, [dimension]: score[dimension] + points, total: score.total + points };
}

/** Planned counts as sent: two sends of one step must not both slip under a cap. */
function planned(lead: LeadView, { channel, template, topic }: Extract<Effect, { type: 'plan-message' }>, at: Instant): LeadView {
  const isToLead = channel === 'email' || channel === 'wecom' || channel === 'sms';
  return isToLead ? { ...lead, messages: [...(lead.messages ?? []), { channel, template, topic, at }] } : lead;
}

function eventOf({ name, properties }: Extract<Effect, { type: 'emit-event' }>, { now, eventId }: EffectPlace): EventView {
  return { id: eventId, name, at: now, properties };
}
