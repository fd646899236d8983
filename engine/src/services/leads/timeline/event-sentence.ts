import type { Json, JsonObject, Sentence } from '@tendril/journey/model';
import { timelineSentences } from '../../../sentences/timeline.ts';

const { say } = timelineSentences;

type Say = (properties: JsonObject) => Sentence;

const SENTENCES: Readonly<Record<string, Say>> = {
  'Page Viewed': ({ path, name, url }) =>
    say('timeline.page-viewed', { page: [word(name), word(path ?? url)].filter((part) => part !== '').join(' ') }),
  Identify: () => say('timeline.identified', {}),
  'Price Requested': () => say('timeline.price-requested', {}),
  'Demo Requested': () => say('timeline.demo-requested', {}),
  'Trial Started': () => say('timeline.trial-started', {}),
  'Content Downloaded': ({ content, title }) => say('timeline.content-downloaded', { content: quoted(content ?? title) }),
  'Content Opened': ({ content, title }) => say('timeline.content-opened', { content: quoted(content ?? title) }),
  'Form Submitted': ({ campaign, form }) => say('timeline.form-submitted', { campaign: quoted(campaign ?? form) }),
  'Live Registered': ({ campaign }) => say('timeline.live-registered', { campaign: quoted(campaign) }),
  'Live Attended': ({ campaign }) => say('timeline.live-attended', { campaign: quoted(campaign) }),
  'Conference Attended': ({ campaign }) => say('timeline.conference-attended', { campaign: quoted(campaign) }),
  'Email Clicked': ({ url, human }) => say(human === false ? 'timeline.email-clicked-machine' : 'timeline.email-clicked', { url: word(url) }),
  'Email Opened': () => say('timeline.email-opened', {}),
  'Email Bounced': () => say('timeline.email-bounced', {}),
  Unsubscribed: ({ topic }) => say('timeline.unsubscribed', { topic: word(topic) }),
  'WeCom Friend Added': ({ staffUserId }) => say('timeline.wecom-friend-added', { staff: word(staffUserId) }),
  'WeCom Friend Removed': ({ staffUserId }) => say('timeline.wecom-friend-removed', { staff: word(staffUserId) }),
  'WeCom Message Delivered': () => say('timeline.wecom-delivered', {}),
  'WeCom Message Not Delivered': () => say('timeline.wecom-not-delivered', {}),
  'WeCom Replied': () => say('timeline.wecom-replied', {}),
};

/** An event in words; one whose name we do not know by its name. */
export function eventSentence(name: string, properties: JsonObject): Sentence {
  return SENTENCES[name]?.(properties) ?? say('timeline.event', { name });
}

const word = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const quoted = (value: Json | undefined): string => (word(value) === '' ? '' : `「${word(value)}」`);
