import { defineSentences } from '@tendril/journey/sentences';

/** Why a lead did not come into a journey by an entry that it never asked at. */
export const explainSentences = defineSentences({
  'entry.no-event': { 'zh-CN': '从未发生「{{event, term}}」', en: '“{{event, term}}” has not happened' },
  'entry.event-before': {
    'zh-CN': '「{{event, term}}」最近一次发生在 {{at, instant}}，当时入口还未运行（{{since, instant}} 起运行）',
    en: '“{{event, term}}” last happened at {{at, instant}}; the entry has watched since {{since, instant}}',
  },
  'entry.known-before': {
    'zh-CN': '只接收 {{since, instant}} 之后新出现的线索',
    en: 'Takes only leads that appear after {{since, instant}}',
  },
  'entry.nobody-added': { 'zh-CN': '没有人手动加入', en: 'Nobody has added the lead by hand' },
  'entry.not-yet': { 'zh-CN': '目前不符合入口条件', en: 'What the entry watches for is not true at present' },
  'entry.true-before': {
    'zh-CN': '在 {{since, instant}} 上线前就已符合；只接收此后才符合的线索',
    en: 'Was true already when the version went live at {{since, instant}}; only those for whom it becomes true come in',
  },
  'entry.unknown': { 'zh-CN': '此入口类型未安装', en: 'The type of this entry is not installed' },
});
