import { DAY, type Instant, type JourneyDocument, type JourneyScript, type ScriptItem } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { canonicalDuration, formatInstant, parseDuration } from '@tendril/journey/time';
import { formFieldsOf } from '../inspector/form-fields.ts';

/** An event that happens so many days after the lead comes in. */
export interface Happening {
  readonly day: number;
  readonly event: string;
}

type EventItem = Extract<ScriptItem, { event: string }> & { readonly after: string };

const isLater = (item: ScriptItem): item is EventItem => 'event' in item && 'after' in item;

/** Topics that the journey writes on, so that a made-up lead has agreed to them. */
function topicsOf(document: JourneyDocument, types: NodeTypes): readonly string[] {
  return document.nodes.flatMap((node) => {
    const definition = types.get(node.kind);
    const field = definition && formFieldsOf(definition).find(({ hint }) => hint === 'topic');
    const topic = field && node.config[field.key];
    return typeof topic === 'string' ? [topic] : [];
  });
}

/** A lead that can be reached and has agreed to everything, coming in now, to whom nothing happens yet. */
export function freshScript(document: JourneyDocument, types: NodeTypes, start: Instant): JourneyScript {
  const consent = topicsOf(document, types).flatMap((topic) =>
    ['email', 'wecom', 'sms'].map((channel) => [`${channel}/${topic}`, 'granted'] as const),
  );
  return {
    start: formatInstant(start),
    lead: {
      intent: 'none',
      score: { fit: 0, interest: 0, behaviour: 40, stage: 0, total: 40 },
      reachable: { email: true, wecom: true, sms: true },
      consent: Object.fromEntries(consent),
    },
    happens: [],
  };
}

/** The script for a lead with other points. */
export const withScore = (script: JourneyScript, total: number): JourneyScript => ({
  ...script,
  lead: { ...script.lead, score: { fit: 0, interest: 0, behaviour: total, stage: 0, total } },
});

/** The script for a lead with another intent. */
export const withIntent = (script: JourneyScript, intent: 'none' | 'low' | 'high'): JourneyScript => ({
  ...script,
  lead: { ...script.lead, intent },
});

/** What happens to the lead after it has come in, in days. */
export const happeningsOf = ({ happens = [] }: JourneyScript): readonly Happening[] =>
  happens.filter(isLater).map((item) => ({ day: Math.round(((parseDuration(item.after) ?? 0) / DAY) * 10) / 10, event: item.event }));

/** The script with other events after the lead has come in; what a script holds besides is kept, and so are properties of unchanged events. */
export function withHappenings(script: JourneyScript, happenings: readonly Happening[]): JourneyScript {
  const { happens = [] } = script;
  const old = happens.filter(isLater);
  const events = happenings.map(({ day, event }, index): ScriptItem => {
    const kept = old[index]?.event === event ? old[index]?.properties : undefined;
    const properties = kept ?? (event === 'Page Viewed' ? { path: '/pricing' } : undefined);
    return { after: canonicalDuration(Math.max(1, Math.round(day * DAY))), event, ...(properties === undefined ? {} : { properties }) };
  });
  return { ...script, happens: [...happens.filter((item) => !isLater(item)), ...events] };
}
