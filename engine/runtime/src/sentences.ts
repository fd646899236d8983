import { defineSentences } from '@tendril/journey/sentences';

/** Every sentence that the runtime itself leaves in trails, ledgers and answers, in every language. */
export const runtimeSentences = defineSentences({
  'entry.journey-not-live': { 'zh-CN': '未进入：旅程没有上线', en: 'Did not come in: the journey is not live' },
  'entry.no-such-lead': { 'zh-CN': '未进入：没有这条线索', en: 'Did not come in: there is no such lead' },
  'entry.no-such-entry': { 'zh-CN': '未进入：旅程没有这个入口', en: 'Did not come in: the journey has no such entry' },
  'entry.already-inside': { 'zh-CN': '未进入：此次进入已有记录', en: 'Did not come in: this entry is on record already' },
  'entry.in-line': { 'zh-CN': '暂未进入：前面还有线索在等待', en: 'Not yet in: other leads are waiting before this one' },
  'run.merged': {
    'zh-CN': '线索与另一条合并，后者已在此旅程中，因此这一次到此结束',
    en: 'The lead was merged with one that is in this journey already, so this run ends',
  },
  'run.moved': {
    'zh-CN': '从版本 {{from}} 转到版本 {{to}}，已等待的时间照样算数',
    en: 'Went over from version {{from}} to version {{to}}; the time already waited counts',
  },
  'run.moved-keeping': {
    'zh-CN': '从版本 {{from}} 转到版本 {{to}}，等待仍在原定时间结束',
    en: 'Went over from version {{from}} to version {{to}}; its wait ends when it would have',
  },
  'run.goes-over-later': {
    'zh-CN': '离开此步骤时将转到版本 {{to}}',
    en: 'Goes over to version {{to}} when it leaves this step',
  },
  'run.went-over': {
    'zh-CN': '从这里起按版本 {{to}} 继续（此前为版本 {{from}}）',
    en: 'Goes on by version {{to}} from here, after version {{from}}',
  },
  'run.sent-on': {
    'zh-CN': '发布版本 {{to}} 时选择从这里继续（此前为版本 {{from}}）',
    en: 'Goes on here by version {{to}}, as was chosen when it was published, after version {{from}}',
  },
  'run.left-at-publish': {
    'zh-CN': '按发布版本 {{to}} 时的选择离开旅程',
    en: 'Left the journey, as was chosen when version {{to}} was published',
  },
  'run.held': { 'zh-CN': '旅程已暂停，恢复后继续', en: 'The journey is paused; goes on when it is resumed' },
  'run.channel-stopped': {
    'zh-CN': '{{channel, term}}发送故障过多，已暂时停止；恢复后继续',
    en: 'Too many sends by {{channel, term}} failed, so it is stopped; goes on when it works again',
  },
  'run.resumed': { 'zh-CN': '旅程已恢复（暂停了 {{paused, duration}}）', en: 'The journey was resumed (it was paused for {{paused, duration}})' },
  'run.sent-to': { 'zh-CN': '由 {{by}} 转到这里', en: 'Was sent here by {{by}}' },
  'run.tried-again': { 'zh-CN': '由 {{by}} 重试此步骤', en: 'The step is tried again, as {{by}} said' },
  'run.removed': { 'zh-CN': '由 {{by}} 移出旅程', en: 'Was taken out of the journey by {{by}}' },
  'message.too-late': {
    'zh-CN': '旅程暂停使其晚了 {{late, duration}}，按恢复时的选择不再发送',
    en: 'The pause made it {{late, duration}} late; not sent, as was chosen when the journey was resumed',
  },
  'message.run-over': { 'zh-CN': '线索已离开旅程', en: 'The lead had left the journey' },
  'message.no-template': { 'zh-CN': '模板「{{template}}」已不存在', en: 'The template “{{template}}” does not exist any more' },
  'message.no-address': { 'zh-CN': '线索没有{{channel, term}}地址', en: 'The lead has no address for {{channel, term}}' },
  'message.suppressed': { 'zh-CN': '{{address}} 已被列入{{channel, term}}屏蔽名单', en: '{{address}} is suppressed for {{channel, term}}' },
  'message.consent-withdrawn': {
    'zh-CN': '已撤回对{{channel, term}}主题「{{topic}}」的许可',
    en: 'Consent to {{channel, term}} on “{{topic}}” was withdrawn',
  },
  'message.no-consent': { 'zh-CN': '没有对{{channel, term}}主题「{{topic}}」的许可', en: 'No consent to {{channel, term}} on “{{topic}}”' },
  'message.no-report': {
    'zh-CN': '上一次发送没有报告结果，不确定是否已发出，不会重发',
    en: 'An earlier attempt never reported back: nobody knows whether it went out, so it is not sent again',
  },
  'message.given-up': { 'zh-CN': '多次尝试后放弃（{{code}}）', en: 'Given up after several attempts ({{code}})' },
  'score.not-silent': { 'zh-CN': '较晚收到的事件表明那个月有互动', en: 'An event that arrived late shows that the month was not silent' },
});
