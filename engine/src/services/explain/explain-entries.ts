import { evaluate } from '@tendril/journey/conditions';
import type { Condition, LeadView, Locale, Program, Sentence } from '@tendril/journey/model';
import { type EntryRules, type EntryTrigger, mayEnter } from '@tendril/journey/nodes';
import { settingsSchema } from '@tendril/journey/schema';
import { watchedCondition } from '@tendril/runtime';
import type { EntryExplanation } from '../../api/explain-views.ts';
import { explainSentences } from '../../sentences/explain-entries.ts';
import { rulesOf, triggerOf } from '../journeys/entry-points.ts';
import type { StoredJourney } from '../journeys/find-journey.ts';
import type { Caller } from '../ports.ts';
import { workspaceNow } from '../workspace-clock.ts';
import type { ExplainParts } from './explain-parts.ts';

const { say } = explainSentences;

interface Question {
  readonly journey: StoredJourney;
  readonly leadId: string;
  readonly locale: Locale;
}

/** Why a lead that never asked to come in did not: one answer per entry of the live version. */
export async function explainEntries(
  parts: ExplainParts,
  caller: Caller,
  { journey, leadId, locale }: Question,
): Promise<readonly EntryExplanation[]> {
  const { client } = parts.db;
  const number = journey.liveVersion;
  const version =
    number === null
      ? null
      : await client.journeyVersion.findUnique({ where: { journeyId_number: { journeyId: journey.id, number } }, include: { program: true } });
  if (version === null || number === null) return [];
  const program = version.program.program as unknown as Program;
  const [workspace, lead] = await Promise.all([
    workspaceNow(client, caller.workspaceId, parts.clock.now()),
    parts.runtime.snapshot({ workspaceId: caller.workspaceId, leadId, events: ['*'] }),
  ]);
  if (lead === null) return [];
  const settings = settingsSchema.parse(program.settings);
  const timeZone = settings.timeZone ?? workspace.timeZone;
  return Promise.all(
    program.entries.map(async (nodeId): Promise<EntryExplanation> => {
      const { name } = await parts.nodeNames.find({ journeyId: journey.id, version: number, nodeId, locale });
      const trigger = triggerOf(program, nodeId);
      const rules = rulesOf(program, nodeId);
      const answer = mayEnter({ settings, rules, lead, now: workspace.now, timeZone, event: null, earlier: [] });
      const watched = trigger === null ? null : watchedBy(trigger, rules);
      const happened =
        trigger === null
          ? say('entry.unknown', {})
          : whyNotTriggered(trigger, { lead, watched, now: workspace.now, timeZone, liveSince: version.publishedAt });
      return { nodeId, name, because: answer.enter ? happened : answer.because, condition: watched };
    }),
  );
}

interface Moment {
  readonly lead: LeadView;
  readonly watched: Condition | null;
  readonly now: number;
  readonly timeZone: string;
  readonly liveSince: Date;
}

function whyNotTriggered(trigger: EntryTrigger, { lead, watched, now, timeZone, liveSince }: Moment): Sentence {
  switch (trigger.on) {
    case 'lead-created':
      return say('entry.known-before', { since: liveSince.getTime() });
    case 'manual':
      return say('entry.nobody-added', {});
    case 'event': {
      const { event } = trigger.pattern;
      const last = lead.events.filter(({ name }) => name === event).at(-1);
      return last === undefined ? say('entry.no-event', { event }) : say('entry.event-before', { event, at: last.at, since: liveSince.getTime() });
    }
    default: {
      const holds = watched === null ? null : evaluate(watched, lead, now, { timeZone });
      return holds === true ? say('entry.true-before', { since: liveSince.getTime() }) : say('entry.not-yet', {});
    }
  }
}

/** What an entry watches for, in a form that a page can put into words. */
const watchedBy = (trigger: EntryTrigger, { filter }: EntryRules): Condition | null =>
  ('detail' in trigger ? watchedCondition(trigger.on, trigger.detail) : null) ?? filter;
