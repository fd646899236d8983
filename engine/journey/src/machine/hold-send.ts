import type { Instant, LeadView, Sentence, Snapshot } from '../model/index.ts';
import type { JourneySettings } from '../schema/index.ts';
import { quietUntil } from '../sending/index.ts';
import { parseDuration } from '../time/index.ts';
import { sayMachine } from './sentences.ts';

/** A message that must not go out yet, and until when. */
export interface Hold {
  readonly until: Instant;
  readonly because: Sentence;
}

/** A message about to be sent to a lead. */
export interface SendIntent {
  readonly channel: string;
  /** Null for a service message, which quiet hours hold back but caps do not. */
  readonly topic: string | null;
  readonly leadZone: string;
}

/** Whether the journey's quiet hours or caps hold a message back; it is sent when they no longer do, never dropped. */
export function holdSend(intent: SendIntent, settings: JourneySettings, { now, lead }: Snapshot): Hold | null {
  return capHold(intent, settings, now, lead) ?? quietHold(intent, settings, now);
}

/** Whether the journey's quiet hours hold a message back; asked again when it is sent. */
export function quietHold({ leadZone }: Pick<SendIntent, 'leadZone'>, { quietHours }: JourneySettings, now: Instant): Hold | null {
  const until = quietUntil(quietHours, now, leadZone);
  return until === null ? null : { until, because: sayMachine('machine.quiet-hours', { until }) };
}

function capHold({ channel, topic }: SendIntent, { caps }: JourneySettings, now: Instant, { messages }: LeadView): Hold | null {
  if (topic === null || messages === undefined) return null;
  const holds = caps.flatMap((cap) => {
    if (cap.channel !== 'any' && cap.channel !== channel) return [];
    const per = parseDuration(cap.per) ?? 0;
    const recent = messages.filter((message) => (cap.channel === 'any' || message.channel === channel) && message.at > now - per);
    const times = recent.map(({ at }) => at).sort((left, right) => right - left);
    const blocking = times[cap.count - 1];
    if (blocking === undefined) return [];
    const until = blocking + per;
    return [{ until, because: sayMachine('machine.cap', { per, count: cap.count, until }) }];
  });
  return holds.reduce<Hold | null>((latest, hold) => (latest === null || hold.until > latest.until ? hold : latest), null);
}
