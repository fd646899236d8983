import { z } from 'zod';
import type { Effect, Fact, Json, LeadView } from '../model/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { field, nonEmpty } from './config-fields.ts';
import { defineNode, type NodeStep, type StepContext } from './define-node.ts';
import { whyNotSend } from './may-send.ts';
import { SEND_OUTCOMES, settledSend, simulatedSend } from './settled-send.ts';

const { texts, say } = defineSentences({
  'content-track.sending': { 'zh-CN': '发送内容「{{template}}」（还剩 {{left}} 项）', en: 'Sends the content “{{template}}” ({{left}} left)' },
  'content-track.sent': { 'zh-CN': '内容「{{template}}」已发出', en: 'The content “{{template}}” was sent' },
  'content-track.not-sent': { 'zh-CN': '内容「{{template}}」未发送：{{reason}}', en: 'The content “{{template}}” was not sent: {{reason}}' },
  'content-track.exhausted': { 'zh-CN': '适合该线索的内容都已发过', en: 'The lead has had everything that suits it' },
});

/** The event by which content that went out is remembered, across journeys. */
const CONTENT_SENT = 'Content Sent';
const PERFORM = { effect: 'sendEmail', queue: 'email' } as const;

const itemSchema = z.strictObject({
  template: nonEmpty,
  /** Buying stages the item suits; empty suits all. */
  stages: z.array(nonEmpty).default([]),
  /** Personas the item suits; empty suits all. */
  personas: z.array(nonEmpty).default([]),
});

const config = z.object({
  items: field(z.array(itemSchema).min(1), { label: { 'zh-CN': '内容（从上到下）', en: 'Content, from the top' }, hint: 'content-items' }),
  topic: field(nonEmpty.nullable().default(null), { label: { 'zh-CN': '许可主题', en: 'Consent topic' }, hint: 'topic' }),
  stageField: field(nonEmpty.default('stage'), { label: { 'zh-CN': '购买阶段取自', en: 'Stage from' }, hint: 'lead-field' }),
  personaField: field(nonEmpty.default('title'), { label: { 'zh-CN': '人物取自', en: 'Persona from' }, hint: 'lead-field' }),
});

type Config = z.output<typeof config>;
type Context = StepContext<Config>;

/** Sends the next content item that suits the lead's stage and persona and that it has never had. */
export const contentTrack = defineNode({
  kind: 'content-track',
  version: 1,
  family: 'act',
  icon: 'playlist',
  title: { 'zh-CN': '内容序列', en: 'Content track' },
  help: {
    'zh-CN': '按阶段与人物发送下一项内容；同一线索永远不会收到同一内容两次，发完走「已用完」。',
    en: 'Sends the next item for the lead’s stage and persona. No lead ever gets the same item twice; then by “Exhausted”.',
  },
  config,
  example: {
    topic: 'nurture',
    items: [
      { template: 'why-nurture', stages: ['lead'], personas: ['市场总监', '市场专员'] },
      { template: 'case-study', stages: ['lead', 'mql'], personas: ['市场总监'] },
    ],
  },
  sentences: texts,
  ports: () => [
    { id: 'next', label: { 'zh-CN': '继续', en: 'Next' } },
    { id: 'exhausted', label: { 'zh-CN': '已用完', en: 'Exhausted' } },
  ],
  summary: ({ items, topic }, locale) => {
    const named = topic === null ? '' : locale === 'en' ? ` on “${topic}”` : `，主题「${topic}」`;
    return locale === 'en' ? `Sends the next of ${items.length} content items${named}` : `发送 ${items.length} 项内容中的下一项${named}`;
  },
  reads: ({ stageField, personaField }) => ({ events: [CONTENT_SENT], attributes: [stageField, personaField] }),
  consent: ({ topic }) => ({ channel: 'email', topic }),
  enter: (context) => sendNext(context),
  resume: (context, fact) => settle(context, fact),
  outcomes: () => [...SEND_OUTCOMES, 'exhausted'],
  simulate: (_config, { cursor }) => simulatedSend(`simulated-${cursor.node}`),
});

function sendNext({ config: given, lead }: Context): NodeStep {
  const had = hadBy(lead);
  const suiting = given.items.filter((item) => !had.has(item.template) && suits(item, given, lead));
  const [item] = suiting;
  if (item === undefined) return { go: 'exhausted', because: say('content-track.exhausted', {}) };
  const { template } = item;
  const { topic } = given;
  const reason = whyNotSend({ channel: 'email', topic, consent: 'granted' }, lead);
  if (reason !== null) return { go: 'next', because: reason, outcome: 'skipped' };
  return {
    perform: PERFORM,
    because: say('content-track.sending', { template, left: suiting.length - 1 }),
    effects: [{ type: 'plan-message', channel: 'email', template, topic, config: { template, topic } }],
    memory: { template },
  };
}

function settle({ cursor, node }: Context, fact: Fact): NodeStep {
  const kept = cursor.memory?.['template'];
  const template = typeof kept === 'string' ? kept : '';
  const settled = settledSend(fact);
  if (settled === null) return { perform: PERFORM, because: say('content-track.sending', { template, left: null }), memory: { template } };
  const { outcome, reason, detail } = settled;
  // What may have gone out counts as had: better one item too few than one twice.
  const effects: readonly Effect[] =
    outcome === 'sent' || outcome === 'unknown' ? [{ type: 'emit-event', name: CONTENT_SENT, properties: { template, node } }] : [];
  const because =
    outcome === 'sent' ? say('content-track.sent', { template }) : say('content-track.not-sent', { template, reason: reason ?? outcome });
  return { go: 'next', because, outcome, detail, effects };
}

function hadBy({ events, messages = [] }: LeadView): ReadonlySet<Json | undefined> {
  const remembered = events.filter(({ name }) => name === CONTENT_SENT).map(({ properties }) => properties['template']);
  return new Set([...remembered, ...messages.map(({ template }) => template)]);
}

function suits({ stages, personas }: z.output<typeof itemSchema>, { stageField, personaField }: Config, lead: LeadView): boolean {
  const valueIn = (name: string) => (name === 'stage' ? lead.stage : lead.attributes[name]);
  const among = (wanted: readonly string[], value: Json | undefined) => wanted.length === 0 || (typeof value === 'string' && wanted.includes(value));
  return among(stages, valueIn(stageField)) && among(personas, valueIn(personaField));
}
