import type { JourneyScript, Millis, ScriptItem } from '@tendril/journey/model';
import { canonicalDuration, parseDuration } from '@tendril/journey/time';

type Without<Item> = Item extends unknown ? Omit<Item, 'after' | 'before'> : never;

/** Something that happens to the lead, without its time: an event, or a change of what is known of it. */
export type Happening = Without<ScriptItem>;

/** Something that happens after the lead has come in; `at` is counted from then. */
export interface LaterItem {
  readonly at: Millis;
  readonly what: Happening;
}

type After = ScriptItem & { readonly after: string };

const isLater = (item: ScriptItem): item is After => 'after' in item;

const whatOf = ({ after: _, ...what }: After): Happening => what as Happening;

const itemOf = ({ at, what }: LaterItem): ScriptItem => ({ after: canonicalDuration(Math.max(1, Math.round(at))), ...what }) as ScriptItem;

/** What happens after the lead has come in, in time. */
export const laterItems = ({ happens = [] }: JourneyScript): readonly LaterItem[] =>
  happens
    .filter(isLater)
    .map((item) => ({ at: parseDuration(item.after) ?? 0, what: whatOf(item) }))
    .toSorted((left, right) => left.at - right.at);

/** The script with other things after the lead has come in; its past is kept. */
function withItems(script: JourneyScript, items: readonly LaterItem[]): JourneyScript {
  const past = (script.happens ?? []).filter((item) => !isLater(item));
  return { ...script, happens: [...past, ...items.toSorted((left, right) => left.at - right.at).map(itemOf)] };
}

/** Lets something happen at a moment after the lead has come in. */
export const addItem = (script: JourneyScript, item: LaterItem): JourneyScript => withItems(script, [...laterItems(script), item]);

/** Takes back what stands at a place of the list. */
export const removeItem = (script: JourneyScript, index: number): JourneyScript =>
  withItems(
    script,
    laterItems(script).filter((_, place) => place !== index),
  );

/** Lets what stands at a place of the list happen at another time. */
export const moveItem = (script: JourneyScript, index: number, at: Millis): JourneyScript =>
  withItems(
    script,
    laterItems(script).map((item, place) => (place === index ? { ...item, at } : item)),
  );

/** What a person means by an event of this name, for want of more: a page view is one of the prices. */
export const eventNamed = (event: string): Happening => (event === 'Page Viewed' ? { event, properties: { path: '/pricing' } } : { event });
