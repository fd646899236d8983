import { defineSentences } from '../sentences/define-sentences.ts';

const { texts, say } = defineSentences({
  'sending.cap': {
    'zh-CN':
      '等待：所有旅程合计已达上限（{{per, duration}}内 {{count}} 条），最近一条来自「{{journey}}」（优先级 {{priority}}，{{ago, duration}}前）；{{until, instant}} 发送',
    en: 'Waits: has had {{count}} in {{per, duration}}, the most allowed over all journeys; “{{journey}}” (priority {{priority}}) wrote last, {{ago, duration}} ago. Goes out {{until, instant}}',
  },
  'sending.company-cap': {
    'zh-CN':
      '等待：{{company}} 的线索合计已达上限（{{per, duration}}内 {{count}} 条），最近一条来自「{{journey}}」（优先级 {{priority}}，{{ago, duration}}前）；{{until, instant}} 发送',
    en: 'Waits: people at {{company}} have had {{count}} in {{per, duration}}, the most allowed for a company; “{{journey}}” (priority {{priority}}) wrote last, {{ago, duration}} ago. Goes out {{until, instant}}',
  },
  'sending.gap': {
    'zh-CN':
      '等待：「{{journey}}」（优先级 {{priority}}）在 {{ago, duration}}前刚发过消息，两条消息至少间隔 {{gap, duration}}；{{until, instant}} 发送',
    en: 'Waits because “{{journey}}” (priority {{priority}}) wrote {{ago, duration}} ago and messages keep {{gap, duration}} apart. Goes out {{until, instant}}',
  },
  'sending.yields': {
    'zh-CN': '等待：先让「{{journey}}」（优先级 {{priority}}）发送；{{until, instant}} 发送',
    en: 'Waits because “{{journey}}” (priority {{priority}}) goes first. Goes out {{until, instant}}',
  },
  'sending.quiet-hours': {
    'zh-CN': '处于工作区的免打扰时段（{{from}}–{{to}}，线索时区），{{until, instant}} 发送',
    en: 'These are the workspace’s quiet hours ({{from}}–{{to}} where the lead is). Goes out {{until, instant}}',
  },
  'sending.silence': {
    'zh-CN': 'SDR 正在跟进，旅程暂不打扰；交接结束后继续，最晚 {{until, instant}} 再看',
    en: 'An SDR has the lead, so journeys keep silent. Goes on as soon as the hand-off is over; looks again {{until, instant}}',
  },
  'sending.never': {
    'zh-CN': '未发送：「{{journey}}」（优先级 {{priority}}）优先，要等到 {{until, instant}}，超过了 {{limit, duration}} 的限度',
    en: 'Not sent: “{{journey}}” (priority {{priority}}) goes first, and until {{until, instant}} is longer than the {{limit, duration}} a message may wait',
  },
  'sending.never-alone': {
    'zh-CN': '未发送：要等到 {{until, instant}}，超过了 {{limit, duration}} 的限度',
    en: 'Not sent: until {{until, instant}} is longer than the {{limit, duration}} a message may wait',
  },
  'sending.never-silence': {
    'zh-CN': '未发送：SDR 跟进已超过 {{limit, duration}} 的限度',
    en: 'Not sent: an SDR has had the lead for longer than the {{limit, duration}} a message may wait',
  },
});

/** What the rules of a workspace say to messages that wait. */
export const sendingTexts = texts;

/** Says a sentence of the sending rules. */
export const saySending = say;
