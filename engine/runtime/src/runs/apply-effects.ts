import type { LeadFacts } from '@tendril/db/queries';
import type { Decision, Effect } from '@tendril/journey/model';
import { decayed, TAG_HALF_LIFE } from '@tendril/scoring';
import { recordOwnEvent } from '../events/record-own-event.ts';
import { addPoints, loadRules, settleSilence } from '../events/score-events.ts';
import { scoreProfiles } from '../events/score-profiles.ts';
import { expireHandoff, openHandoff } from '../handoffs/open-handoff.ts';
import { applyFields, companyIn } from '../leads/apply-fields.ts';
import { findCompanies } from '../leads/find-companies.ts';
import { LEAD_FIELDS } from '../leads/lead-input.ts';
import { dropMessage, holdMessage } from '../messages/hold-message.ts';
import { type MessagePlace, planMessage } from '../messages/plan-message.ts';
import type { Work } from '../work/work.ts';
import { startJourney } from './start-journey.ts';
import type { StepPlace } from './trail.ts';

/** The effects of one step, and what was read of the lead for it. */
export interface StepEffects extends StepPlace {
  readonly effects: Decision['effects'];
  readonly facts: LeadFacts;
  /** The journey's, 0 to 100. */
  readonly priority: number;
  /** The lead rested at a step whose message was held back. */
  readonly held: boolean;
}

/** Where an effect comes from. */
interface EffectPlace extends MessagePlace {
  readonly index: number;
}

/** Makes a decision's changes inside our own database, in their order. */
export async function applyEffects(work: Work, { effects, ...step }: StepEffects): Promise<void> {
  for (const [index, { node, effect }] of effects.entries()) await apply(work, effect, { ...step, node, index });
}

async function apply(work: Work, effect: Effect, place: EffectPlace): Promise<void> {
  const lead = work.leads.require(place.leadId);
  switch (effect.type) {
    case 'set-attribute':
      return setAttribute(work, effect, place);
    case 'add-tag':
      return setTag(work, { ...place, tag: effect.tag, change: (weight) => weight + effect.weight });
    case 'weaken-tag':
      return setTag(work, { ...place, tag: effect.tag, change: (weight) => weight * effect.factor });
    case 'adjust-score':
      return adjustScore(work, effect, place);
    case 'move-to-pool':
      work.leads.put({ ...lead, pool: effect.pool });
      return;
    case 'set-stage':
      work.leads.put({ ...lead, stage: effect.stage });
      return;
    case 'emit-event':
      return emitEvent(work, effect, place);
    case 'open-handoff':
      return openHandoff(work, effect, place);
    case 'expire-handoff':
      return expireHandoff(work, place);
    case 'plan-message':
      return planMessage(work, effect, place);
    case 'hold-message':
      return holdMessage(work, effect, place);
    case 'drop-message':
      return dropMessage(work, effect, place);
    case 'start-journey':
      return startJourney(work, effect, place);
  }
}

async function setAttribute(work: Work, { field, value }: Extract<Effect, { type: 'set-attribute' }>, { leadId }: EffectPlace): Promise<void> {
  const lead = work.leads.require(leadId);
  if (field === 'stage' || field === 'pool') {
    if (typeof value === 'string') work.leads.put({ ...lead, [field]: value });
    return;
  }
  const known = LEAD_FIELDS.find((name) => name === field);
  const changes =
    known === undefined
      ? { fields: {}, attributes: { [field]: value }, policy: 'overwrite' as const }
      : { fields: { [known]: value === null ? null : String(value) }, attributes: {}, policy: 'overwrite' as const };
  const company = companyIn(changes);
  work.leads.put(applyFields(lead, changes, await findCompanies(work, company === null ? [] : [company])));
  await scoreProfiles(work, [leadId], await loadRules(work));
}

async function setTag(work: Work, given: EffectPlace & { readonly tag: string; readonly change: (weight: number) => number }): Promise<void> {
  const { leadId, tag, change } = given;
  const held = await work.tx.leadTag.findUnique({ where: { leadId_tag: { leadId, tag } } });
  const weight = change(held === null ? 0 : decayed(held.weight, held.asOf.getTime(), work.now, TAG_HALF_LIFE));
  const value = { weight, asOf: new Date(work.now) };
  await work.tx.leadTag.upsert({ where: { leadId_tag: { leadId, tag } }, create: { leadId, tag, ...value }, update: value });
  // The lead is another than before: entries that watch its tags are asked.
  work.leads.put({ ...work.leads.require(leadId) });
}

function adjustScore(work: Work, { dimension, points }: Extract<Effect, { type: 'adjust-score' }>, place: EffectPlace): void {
  if (dimension === 'behaviour') settleSilence(work, place.leadId, work.now);
  const reason = { journeyId: place.run.journeyId, runId: place.run.id, nodeId: place.node };
  addPoints(work, place.leadId, { dimension, points, ruleKey: null, at: work.now }, { reason });
}

/** Its message id names run, step and place, so that it cannot be recorded twice. */
async function emitEvent(work: Work, { name, properties }: Extract<Effect, { type: 'emit-event' }>, place: EffectPlace): Promise<void> {
  const { leadId, run, step, index } = place;
  const context = { journeyId: run.journeyId, runId: run.id, nodeId: place.node };
  await recordOwnEvent(work, { leadId, type: 'journey', name, properties, context, messageId: `run/${run.id}/${step}/${index}` });
}
