import type { Instant, JourneyDocument, JourneyScript } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { formatInstant } from '@tendril/journey/time';
import { formFieldsOf } from '../inspector/form-fields.ts';

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
