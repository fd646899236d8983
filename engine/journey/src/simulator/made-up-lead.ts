import type { LeadView, ScriptedLead } from '../model/index.ts';

/** A lead for trying things out: it can be reached on every channel and has agreed to nurture mail, unless told otherwise. */
export function madeUpLead(id: string, known: ScriptedLead = {}): LeadView {
  const { attributes, consent, reachable, score, ...plain } = known;
  return {
    id,
    company: null,
    tags: {},
    grade: null,
    intent: 'none',
    stage: 'lead',
    pool: 'nurture',
    owner: null,
    timeZone: null,
    locale: null,
    events: [],
    messages: [],
    ...plain,
    attributes: { name: '李雷', email: 'li.lei@example.com', ...attributes },
    consent: { 'email/nurture': 'granted', ...consent },
    reachable: { email: true, wecom: true, sms: true, ...reachable },
    score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 0, ...score },
  };
}
