import type { LeadView, ScoreView } from '../model/index.ts';
import { chanceOf, drawFrom } from './chance.ts';
import { madeUpLead } from './made-up-lead.ts';

/** How often made-up leads are what. Shares from 0 to 1. */
export interface LeadMix {
  readonly consent: number;
  readonly email: number;
  readonly wecom: number;
  readonly intent: { readonly low: number; readonly high: number };
}

/** An ordinary mix; a marketer replaces it by one taken from the workspace. */
export const ORDINARY_MIX: LeadMix = { consent: 0.8, email: 0.92, wecom: 0.45, intent: { low: 0.2, high: 0.06 } };

const TITLES = ['市场总监', '市场专员', 'IT主管', '采购经理', '总经理'];
const INDUSTRIES = ['软件', '教育', '医疗器械', '汽车', '金融'];

/** Invents leads for a forecast when there are no real ones to take. The same seed invents the same leads. */
export function inventLeads(count: number, seed: string | number, mix: LeadMix = ORDINARY_MIX): readonly LeadView[] {
  return Array.from({ length: count }, (_, index) => {
    const chance = (of: string) => chanceOf(seed, 'lead', index, of);
    const intent = (['high', 'low', 'none'] as const)[drawFrom([mix.intent.high, mix.intent.low, 1], chance('intent'))] ?? 'none';
    return madeUpLead(`invented-${index}`, {
      attributes: {
        name: `Lead ${index + 1}`,
        email: `lead-${index + 1}@example.com`,
        title: TITLES[Math.floor(chance('title') * TITLES.length)] ?? null,
        industry: INDUSTRIES[Math.floor(chance('industry') * INDUSTRIES.length)] ?? null,
      },
      consent: chance('consent') < mix.consent ? { 'email/nurture': 'granted' } : { 'email/nurture': 'withdrawn' },
      reachable: { email: chance('email') < mix.email, wecom: chance('wecom') < mix.wecom },
      score: inventScore(chance),
      grade: `${'ABCD'.charAt(Math.floor(chance('letter') * 4))}${1 + Math.floor(chance('digit') * 4)}`,
      intent,
    });
  });
}

/** Few points are common, many are rare: the square of an even chance. */
function inventScore(chance: (of: string) => number): ScoreView {
  const upTo = (most: number, of: string) => Math.round(chance(of) ** 2 * most);
  const [fit, interest, behaviour, stage] = [upTo(40, 'fit'), upTo(25, 'interest'), upTo(30, 'behaviour'), upTo(10, 'stage')];
  return { fit, interest, behaviour, stage, total: fit + interest + behaviour + stage };
}
