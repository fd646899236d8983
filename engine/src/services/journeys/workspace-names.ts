import { templateVariables } from '@tendril/content/templates';
import type { Db } from '@tendril/db';
import { LEAD_FIELDS } from '@tendril/runtime';
import type { JourneyService } from '../ports.ts';

/** Names that exist in a workspace, for pickers and for the compiler's reference checks. */
export type Names = Awaited<ReturnType<JourneyService['names']>>;

const POOLS = ['nurture', 'assignable', 'silent', 'sales', 'customer'] as const;

/** Topics that exist before anybody has agreed to one. */
const TOPICS = ['nurture', 'product', 'events'] as const;

/** Events that Tendril itself or the sample data knows; a workspace's own are added. */
const EVENTS = [
  'Page Viewed',
  'Form Submitted',
  'Content Downloaded',
  'Content Opened',
  'Price Requested',
  'Demo Requested',
  'Trial Started',
  'Live Registered',
  'Live Attended',
  'Conference Attended',
  'Email Clicked',
  'Email Opened',
  'Email Bounced',
  'Unsubscribed',
  'WeCom Friend Added',
  'WeCom Message Delivered',
  'WeCom Message Not Delivered',
  'WeCom Replied',
  'SDR Accepted',
  'SDR Disposition',
] as const;

/** Newest rows looked at for free attributes and events; names used only longer ago can still be typed in. */
const LOOKED_AT = { leads: 1_000, events: 5_000 } as const;

/** Tags offered; the most used ones. */
const MOST_TAGS = 300;

/** Collects the names of a workspace. */
export async function workspaceNames({ client }: Pick<Db, 'client'>, workspaceId: string): Promise<Names> {
  const [templates, leads, members, tags, consents, events, segments] = await Promise.all([
    client.template.findMany({ where: { workspaceId }, orderBy: [{ channel: 'asc' }, { name: 'asc' }] }),
    client.lead.findMany({ where: { workspaceId }, select: { attributes: true }, orderBy: { id: 'desc' }, take: LOOKED_AT.leads }),
    client.member.findMany({
      where: { workspaceId, wecomUserId: { not: null } },
      select: { wecomUserId: true, user: { select: { name: true } } },
      orderBy: { user: { name: 'asc' } },
    }),
    client.leadTag.groupBy({
      by: ['tag'],
      where: { lead: { workspaceId } },
      _count: { tag: true },
      orderBy: { _count: { tag: 'desc' } },
      take: MOST_TAGS,
    }),
    client.consent.groupBy({ by: ['topic'], where: { workspaceId } }),
    client.event.findMany({ where: { workspaceId }, select: { name: true }, orderBy: { id: 'desc' }, take: LOOKED_AT.events }),
    client.segment.findMany({ where: { workspaceId }, select: { name: true }, orderBy: { name: 'asc' } }),
  ]);
  const attributes = leads.flatMap((lead) => Object.keys(lead.attributes as object));
  return {
    templates: templates.map(({ key, channel, name, subject, body }) => ({ key, channel, name, variables: templateVariables(subject, body) })),
    fields: distinct(LEAD_FIELDS, attributes),
    people: distinct(members.flatMap(({ wecomUserId }) => wecomUserId ?? [])),
    members: members.flatMap(({ wecomUserId, user }) => (wecomUserId === null ? [] : [{ id: wecomUserId, name: user.name }])),
    tags: tags.map(({ tag }) => tag).sort(),
    segments: segments.map(({ name }) => name),
    pools: POOLS,
    topics: distinct(
      TOPICS,
      consents.map(({ topic }) => topic),
    ),
    events: distinct(
      EVENTS,
      events.map(({ name }) => name),
    ),
  };
}

/** Each name once: the given ones in their order, the found ones sorted behind them. */
function distinct(given: readonly string[], found: readonly string[] = []): readonly string[] {
  return [...new Set([...given, ...[...found].sort()])];
}
