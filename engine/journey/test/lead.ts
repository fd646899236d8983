import type { EventView, Instant, JsonObject, LeadView } from '../src/model/index.ts';
import { DAY } from '../src/model/index.ts';

/** Monday 2026-03-02, 10:00 in Shanghai. */
export const START: Instant = 1_772_416_800_000;

/** A lead that can be reached and has agreed to everything, unless the test says otherwise. */
export function lead(given: Partial<LeadView> = {}): LeadView {
  return {
    id: 'lead-1',
    attributes: { name: '宋伟', email: 'u1@cn1.example', industry: '软件', source: '直播' },
    company: null,
    tags: {},
    score: { fit: 0, interest: 0, behaviour: 0, stage: 0, total: 0 },
    grade: null,
    intent: 'none',
    stage: 'lead',
    pool: 'nurture',
    owner: 'zhangsan',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    consent: { 'email/nurture': 'granted' },
    reachable: { email: true, wecom: true },
    events: [],
    ...given,
  };
}

/** An event of that lead, so many days after the start. */
export function event(name: string, day: number, properties: JsonObject = {}): EventView {
  return { id: `${name}@${day}`, name, at: START + day * DAY, properties };
}
