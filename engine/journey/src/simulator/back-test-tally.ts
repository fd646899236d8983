import type { LeadView } from '../model/index.ts';
import { type BackTestLead, messagesBeyond } from './back-test.ts';
import { addCounts, type StepVolumes, stepsOfTrace, sumSteps } from './steps-of-trace.ts';

/** What one program would have done with recorded leads. */
export interface BackTestSide {
  /** Leads that would have come in. */
  readonly entered: number;
  /** Times they would have: a lead may come in again. */
  readonly runs: number;
  readonly steps: StepVolumes;
  /** Messages that would have gone out to leads, by `channel/template`. */
  readonly messages: { readonly [channelTemplate: string]: number };
  readonly handoffs: number;
  readonly outcomes: { readonly [outcome: string]: number };
  /** Still inside at the end of the recorded time. */
  readonly inside: number;
}

/** A lead that would have fared differently. */
export interface BackTestExample {
  readonly lead: LeadView['id'];
  /** Messages it would have got from the draft only, and from the other program only. */
  readonly more: number;
  readonly fewer: number;
}

/** A draft beside the program that is live, lead by lead, added up. Plain data: it is stored between batches. */
export interface BackTestTally {
  readonly leads: number;
  readonly draft: BackTestSide;
  /** Null if nothing is live. */
  readonly live: BackTestSide | null;
  /** Leads that would get more messages only, fewer only, other ones, or the same; all the same while nothing is live. */
  readonly gets: { readonly more: number; readonly fewer: number; readonly other: number; readonly same: number };
  /** Messages that really went out in that time, by the journey that is tested. */
  readonly really: { readonly [channelTemplate: string]: number };
  /** The first leads that would have fared differently. */
  readonly examples: readonly BackTestExample[];
}

/** Examples kept; enough to see a pattern. */
const MOST_EXAMPLES = 20;

const NO_SIDE: BackTestSide = { entered: 0, runs: 0, steps: {}, messages: {}, handoffs: 0, outcomes: {}, inside: 0 };

/** A tally of nobody. `compared`: something is live. */
export const emptyTally = (compared: boolean): BackTestTally => ({
  leads: 0,
  draft: NO_SIDE,
  live: compared ? NO_SIDE : null,
  gets: { more: 0, fewer: 0, other: 0, same: 0 },
  really: {},
  examples: [],
});

/** The tally of one lead. */
export function tallyOf(draft: BackTestLead, live: BackTestLead | null): BackTestTally {
  const more = live === null ? 0 : messagesBeyond(draft.would, live.would).length;
  const fewer = live === null ? 0 : messagesBeyond(live.would, draft.would).length;
  const differs = more > 0 || fewer > 0;
  return {
    leads: 1,
    draft: sideOf(draft),
    live: live === null ? null : sideOf(live),
    gets: {
      more: Number(more > 0 && fewer === 0),
      fewer: Number(more === 0 && fewer > 0),
      other: Number(more > 0 && fewer > 0),
      same: Number(!differs),
    },
    really: countMessages(draft.really),
    examples: differs ? [{ lead: draft.lead, more, fewer }] : [],
  };
}

/** Both together; in whatever batches leads are added up, the same comes out. */
export function addTallies(one: BackTestTally, other: BackTestTally): BackTestTally {
  const { gets } = one;
  return {
    leads: one.leads + other.leads,
    draft: addSides(one.draft, other.draft),
    live: one.live === null || other.live === null ? null : addSides(one.live, other.live),
    gets: {
      more: gets.more + other.gets.more,
      fewer: gets.fewer + other.gets.fewer,
      other: gets.other + other.gets.other,
      same: gets.same + other.gets.same,
    },
    really: addCounts(one.really, other.really),
    examples: [...one.examples, ...other.examples].slice(0, MOST_EXAMPLES),
  };
}

function sideOf({ runs, would, handoffs }: BackTestLead): BackTestSide {
  const outcomes = runs.flatMap(({ end }) => (end.status === 'done' ? [end.outcome] : []));
  return {
    entered: Number(runs.length > 0),
    runs: runs.length,
    steps: sumSteps(runs.map(stepsOfTrace)),
    messages: countMessages(would),
    handoffs,
    outcomes: outcomes.map((outcome) => ({ [outcome]: 1 })).reduce(addCounts, {}),
    inside: runs.filter(({ end }) => end.status === 'waiting').length,
  };
}

function countMessages(messages: BackTestLead['would']): BackTestSide['messages'] {
  return messages.map(({ channel, template }) => ({ [`${channel}/${template}`]: 1 })).reduce(addCounts, {});
}

function addSides(one: BackTestSide, other: BackTestSide): BackTestSide {
  return {
    entered: one.entered + other.entered,
    runs: one.runs + other.runs,
    steps: sumSteps([one.steps, other.steps]),
    messages: addCounts(one.messages, other.messages),
    handoffs: one.handoffs + other.handoffs,
    outcomes: addCounts(one.outcomes, other.outcomes),
    inside: one.inside + other.inside,
  };
}
