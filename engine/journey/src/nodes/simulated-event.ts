import type { EventPattern, JsonObject, LocalText, Millis } from '../model/index.ts';
import { HOUR } from '../model/index.ts';
import { termInWords } from '../sentences/term-in-words.ts';
import type { SimulatedAnswer } from './define-node.ts';

/** An event that a simulated world may let happen. The world sets its id and time. */
export interface SimulatedEvent {
  readonly name: string;
  readonly properties?: JsonObject;
  readonly share: number;
  readonly afterMs?: Millis;
  readonly label?: LocalText;
}

/** Describes an event as a simulated answer. */
export function happens({ name, properties = {}, share, afterMs = 6 * HOUR, label }: SimulatedEvent): SimulatedAnswer {
  const words = label ?? { 'zh-CN': termInWords(name, 'zh-CN'), en: termInWords(name, 'en') };
  return { fact: { type: 'event', event: { id: 'simulated', name, at: 0, properties } }, afterMs, share, label: words };
}

/** Describes an event that fits a pattern: properties that must have a certain value get it. */
export function fits(pattern: EventPattern, share: number, afterMs?: Millis): SimulatedAnswer {
  const properties: { [property: string]: JsonObject[string] } = {};
  for (const { property, value } of pattern.where ?? [])
    if (value !== undefined) setPath(properties, property.split('.'), Array.isArray(value) ? (value[0] ?? null) : value);
  return happens({ name: pattern.event === '*' ? 'Page Viewed' : pattern.event, properties, share, ...(afterMs === undefined ? {} : { afterMs }) });
}

function setPath(target: { [property: string]: JsonObject[string] }, [first = '', ...rest]: readonly string[], value: JsonObject[string]): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner: { [property: string]: JsonObject[string] } = {};
  setPath(inner, rest, value);
  target[first] = inner;
}
