import type { JourneyTemplate } from './journey-template.ts';
import { didWithin } from './parts.ts';

/** A conference or exhibition, judged after a month by what came of it. */
export const offlineEvent: JourneyTemplate = {
  key: 'offline-event',
  title: { 'zh-CN': '线下会议与展会', en: 'Offline event' },
  summary: {
    'zh-CN': '导入参会名单，记录活动并提醒销售，一个月后看有无转化，给出活动是否有效的结论。',
    en: 'Takes in the list of attendees, tells sales, and judges after a month by conversions whether the event worked.',
  },
  settings: { reentry: 'after-exit' },
  steps: {
    entry: { kind: 'entry-event', name: ['参加线下会议', 'Attended'], config: { event: 'Conference Attended' }, to: 'which' },
    which: {
      kind: 'set-attribute',
      name: ['哪场活动', 'Which event'],
      config: { field: 'lastConference', from: 'event', property: 'conference' },
      to: 'senior',
    },
    senior: {
      kind: 'if-else',
      name: ['首次接触的高层？', 'Senior first touch?'],
      config: {
        condition: {
          any: ['总监', '总经理', 'CEO', 'VP', 'Director'].map((part) => ({
            test: { of: 'attribute', field: 'title' },
            operator: 'contains',
            value: part,
          })),
        },
      },
      to: { yes: 'mark-senior', no: 'tell' },
    },
    'mark-senior': { kind: 'tag', name: ['高层首触', 'Senior first touch'], config: { tag: '高层首触', weight: 1 }, to: 'tell' },
    tell: {
      kind: 'alert-owner',
      name: ['销售名单', 'Tell sales'],
      config: (say) => ({
        text: say('{{ lead.name }} 参加了线下会议，请记录接触情况', '{{ lead.name }} attended the event; please note your contact'),
      }),
      to: { next: 'month', 'no-owner': 'month' },
    },
    month: { kind: 'wait', name: ['等一个月', 'A month'], config: { for: '30d' }, to: 'converted' },
    converted: {
      kind: 'if-else',
      name: ['有转化？', 'Converted?'],
      config: {
        condition: {
          any: [
            didWithin(30, ['Demo Requested', 'Price Requested', 'Trial Started']),
            { test: { of: 'stage' }, operator: 'in', value: ['sql', 'opportunity', 'customer'] },
          ],
        },
      },
      to: { yes: 'report', no: 'mark-ineffective' },
    },
    report: {
      kind: 'notify-staff',
      name: ['汇报有效接触', 'Report'],
      config: (say) => ({
        people: ['marketing-lead'],
        text: say('{{ lead.name }}（{{ lead.company }}）在活动后转化', '{{ lead.name }} ({{ lead.company }}) converted after the event'),
      }),
      to: 'effective',
    },
    effective: { kind: 'exit', name: ['活动有效', 'Effective'], config: { outcome: 'effective' } },
    'mark-ineffective': { kind: 'tag', name: ['无转化', 'No conversion'], config: { tag: '活动无转化', weight: 1 }, to: 'ineffective' },
    ineffective: { kind: 'exit', name: ['活动无效', 'Ineffective'], config: { outcome: 'ineffective' } },
  },
};
