import type { JourneyTemplate } from './journey-template.ts';

/** Somebody adds a colleague on WeCom without ever filling a form. */
export const wecomFriend: JourneyTemplate = {
  key: 'wecom-friend',
  title: { 'zh-CN': '加企业微信', en: 'New WeCom friend' },
  summary: {
    'zh-CN': '客户添加员工企微后打招呼，按兴趣推内容并逐项补信息；留下电话或公司即进入预培育。',
    en: 'Greets whoever adds a colleague on WeCom, sends content and asks one thing at a time; with a phone or company known it becomes a lead like others.',
  },
  settings: { quietHours: { from: '21:00', to: '09:00' } },
  steps: {
    entry: { kind: 'entry-wecom-friend', name: ['添加企业微信', 'Adds us on WeCom'], to: 'mark' },
    mark: { kind: 'tag', name: ['企微好友', 'WeCom friend'], config: { tag: '企微好友', weight: 1 }, to: 'greet' },
    greet: {
      kind: 'send-wecom',
      name: ['打招呼', 'Greeting'],
      config: { template: 'wecom-greeting', topic: 'nurture', confirmWithin: '1d' },
      to: { sent: 'reply', 'not-sent': 'reply' },
    },
    reply: {
      kind: 'wait-for-event',
      name: ['有回复？', 'Replied?'],
      config: { events: [{ event: 'WeCom Replied' }], timeout: '1d' },
      to: { happened: 'content', timeout: 'content' },
    },
    content: {
      kind: 'send-wecom',
      name: ['内容与一个问题', 'Content and one question'],
      config: { template: 'wecom-content-question', topic: 'nurture', confirmWithin: '2d' },
      to: { sent: 'answer', 'not-sent': 'answer' },
    },
    answer: {
      kind: 'wait-for-event',
      name: ['回答了？', 'Answered?'],
      config: { events: [{ event: 'WeCom Replied' }, { event: 'Form Submitted' }], timeout: '3d' },
      to: { happened: 'identified', timeout: 'identified' },
    },
    identified: {
      kind: 'if-else',
      name: ['已知电话或公司？', 'Phone or company known?'],
      config: {
        condition: {
          any: [
            { test: { of: 'attribute', field: 'phone' }, operator: 'known' },
            { test: { of: 'attribute', field: 'company' }, operator: 'known' },
          ],
        },
      },
      to: { yes: 'nurture', no: 'silent' },
    },
    nurture: { kind: 'sub-journey', name: ['新线索预培育', 'New-lead nurture'], config: { journey: 'new-lead-nurture', wait: false }, to: 'known' },
    known: { kind: 'exit', name: ['已识别', 'Identified'], config: { outcome: 'identified' } },
    silent: { kind: 'sub-journey', name: ['沉默线索 SOP', 'Silent long tail'], config: { journey: 'silent-long-tail', wait: false }, to: 'unknown' },
    unknown: { kind: 'exit', name: ['尚未识别', 'Not identified'], config: { outcome: 'not-identified' } },
  },
};
