import type { JourneyTemplate } from './journey-template.ts';
import { ASSIGNABLE_GATE } from './parts.ts';

/** A live stream with posters by which leads are known to have been invited by a colleague. */
export const liveStream: JourneyTemplate = {
  key: 'live-stream',
  title: { 'zh-CN': '直播与邀请海报', en: 'Live stream with inviter posters' },
  summary: {
    'zh-CN': '记录邀请人与平台，即时通知负责销售，开播前提醒；看了的发内容并加企微，没看的发回放，再过闸门。',
    en: 'Records who invited the lead, tells them at once, reminds before the stream; who watched gets content, who missed it the replay; then the gate.',
  },
  settings: { reentry: 'after-exit', quietHours: { from: '22:00', to: '08:00' } },
  steps: {
    entry: { kind: 'entry-event', name: ['报名直播', 'Registers'], config: { event: 'Live Registered' }, to: 'inviter' },
    inviter: { kind: 'set-attribute', name: ['邀请人', 'Inviter'], config: { field: 'inviter', from: 'event', property: 'inviter' }, to: 'platform' },
    platform: {
      kind: 'set-attribute',
      name: ['直播平台', 'Platform'],
      config: { field: 'livePlatform', from: 'event', property: 'platform' },
      to: 'starts',
    },
    starts: {
      kind: 'set-attribute',
      name: ['开播时间', 'Start'],
      config: { field: 'liveStartsAt', from: 'event', property: 'startsAt' },
      to: 'last-call',
    },
    'last-call': {
      kind: 'set-attribute',
      name: ['提醒时间', 'Last reminder'],
      config: { field: 'liveRemindAt', from: 'event', property: 'remindAt' },
      to: 'tell',
    },
    tell: {
      kind: 'alert-owner',
      name: ['通知负责销售', 'Tell the salesperson'],
      config: (say) => ({ text: say('{{ lead.name }} 通过你的海报报名了直播', '{{ lead.name }} registered for the live stream by your poster') }),
      to: { next: 'confirm', 'no-owner': 'confirm' },
    },
    confirm: { kind: 'send-email', name: ['报名成功', 'Confirmation'], config: { template: 'live-confirm', service: true }, to: 'day-before' },
    'day-before': {
      kind: 'wait-until',
      name: ['前一天', 'The day before'],
      config: { what: 'attribute', attribute: 'liveStartsAt', offsetDays: -1 },
      to: { next: 'remind-day', unknown: 'watching' },
    },
    'remind-day': {
      kind: 'send-email',
      name: ['提前一天提醒', 'A day ahead'],
      config: { template: 'live-reminder-day', service: true },
      to: 'hour-before',
    },
    'hour-before': {
      kind: 'wait-until',
      name: ['前一小时', 'The hour before'],
      config: { what: 'attribute', attribute: 'liveRemindAt' },
      to: { next: 'remind-hour', unknown: 'watching' },
    },
    'remind-hour': {
      kind: 'send-wecom',
      name: ['提前一小时提醒', 'An hour ahead'],
      config: { template: 'live-reminder-hour', topic: 'nurture', confirmWithin: '1h' },
      to: { sent: 'watching', 'not-sent': 'watching' },
    },
    watching: {
      kind: 'wait-for-event',
      name: ['看了直播？', 'Watched?'],
      config: { events: [{ event: 'Live Attended' }], timeout: '1d', lookBack: '2d' },
      to: { happened: 'interest', timeout: 'replay' },
    },
    interest: { kind: 'tag', name: ['直播标签', 'Tag'], config: { tag: '直播', weight: 1 }, to: 'bind' },
    bind: {
      kind: 'send-wecom',
      name: ['邀请加微信', 'Ask to connect'],
      config: { template: 'wecom-connect', topic: 'nurture', confirmWithin: '2d' },
      to: { sent: 'content', 'not-sent': 'content' },
    },
    content: { kind: 'send-email', name: ['推荐内容', 'Recommended content'], config: { template: 'live-follow-up', topic: 'nurture' }, to: 'gate' },
    replay: { kind: 'send-email', name: ['回放链接', 'Replay'], config: { template: 'live-replay', topic: 'nurture' }, to: 'three-days' },
    'three-days': { kind: 'wait', name: ['等三天', 'Three days'], config: { for: '3d' }, to: 'gate' },
    gate: { kind: 'score-gate', name: ['评分闸门', 'Score gate'], config: ASSIGNABLE_GATE, to: { high: 'assignable', low: 'nurture-pool' } },
    assignable: { kind: 'move-to-pool', name: ['可分配池', 'Assignable pool'], config: { pool: 'assignable' }, to: 'assigned' },
    assigned: { kind: 'exit', name: ['可分配', 'Assignable'], config: { outcome: 'assignable' } },
    'nurture-pool': { kind: 'move-to-pool', name: ['培育池', 'Nurture pool'], config: { pool: 'nurture' }, to: 'nurtured-on' },
    'nurtured-on': { kind: 'exit', name: ['继续培育', 'Nurtured on'], config: { outcome: 'nurture' } },
  },
};
