import { defineSentences } from '@tendril/journey/sentences';

/**
 * Mistakes of people that the API answers. Each names the value and the way out. The code is `UserError.code`; the UI
 * shows the sentence of its own catalogue under `errors:code`.
 */
export const apiErrors = defineSentences({
  'segment.missing': {
    'zh-CN': '没有这个人群，可能已被删除；请重新加载列表。',
    en: 'There is no such segment; it may have been deleted. Load the list again.',
  },
  'segment.name-taken': {
    'zh-CN': '已经有名为“{{name}}”的人群，请换一个名称。',
    en: 'There is a segment “{{name}}” already; choose another name.',
  },
  'segment.in-use': {
    'zh-CN': '“{{name}}”正被这些旅程使用：{{journeys}}。请先在旅程中换用其他人群或归档旅程，再删除。',
    en: '“{{name}}” is used by these journeys: {{journeys}}. Choose another segment there or archive them, then delete it.',
  },
  'segment.rename-in-use': {
    'zh-CN': '“{{name}}”正被这些旅程使用：{{journeys}}，因此不能改名；条件可以修改。',
    en: '“{{name}}” is used by these journeys: {{journeys}}, so it keeps its name; its condition may change.',
  },
  'bulk.ended': {
    'zh-CN': '这次批量进入已经结束，无法再停止。',
    en: 'This bulk enrolment is over already and cannot be stopped any more.',
  },
  'bulk.nobody': {
    'zh-CN': '现在没有符合的线索；请选择其他人群、筛选或导入。',
    en: 'No lead matches now; choose another segment, filter or import.',
  },
  'workspace.missing': { 'zh-CN': '工作区不存在。', en: 'The workspace does not exist.' },
  'cursor.invalid': {
    'zh-CN': '翻页位置无效，请从第一页重新打开列表。',
    en: 'The place in the list is not valid; open the list from its first page.',
  },
  'member.missing': { 'zh-CN': '没有编号为 {{userId}} 的成员。', en: 'There is no member {{userId}}.' },
  'member.exists': { 'zh-CN': '{{email}} 已经是工作区成员。', en: '{{email}} is a member of the workspace already.' },
  'member.wecom-taken': {
    'zh-CN': '企业微信账号 {{wecomUserId}} 已绑定给{{name}}，请先解绑或填写另一个账号。',
    en: 'The WeCom account {{wecomUserId}} is bound to {{name}}; enter another one.',
  },
  'member.last-admin': {
    'zh-CN': '{{name}}是最后一位管理员；请先让另一位成员成为管理员。',
    en: '{{name}} is the last admin; make somebody else an admin first.',
  },
  'intake-key.missing': { 'zh-CN': '没有这个写入密钥。', en: 'There is no such write key.' },
  'channel.secret-missing': {
    'zh-CN': '请填写“{{field}}”：目前没有已保存的值可以沿用。',
    en: 'Enter “{{field}}”: there is none stored that could be kept.',
  },
  'channel.not-stopped': {
    'zh-CN': '渠道“{{channel}}”没有停止，正在正常发送。',
    en: 'The channel “{{channel}}” is not stopped; it sends as usual.',
  },
  'score-rule.missing': { 'zh-CN': '没有评分规则“{{key}}”。', en: 'There is no scoring rule “{{key}}”.' },
  'clock.production': {
    'zh-CN': '“{{workspace}}”是正式工作区，时间不能加速；只有演示工作区可以。',
    en: '“{{workspace}}” is a production workspace, whose time cannot be compressed; only a demo workspace can do that.',
  },
  'journey.missing': { 'zh-CN': '没有这个旅程，可能已被删除。', en: 'There is no such journey; it may have been deleted.' },
  'journey.conflict': {
    'zh-CN': '您打开后，别人又保存过这个旅程（当前为第 {{current}} 次修改，您的基于第 {{basedOn}} 次）。请重新载入后再改。',
    en: 'Somebody saved this journey since you opened it (it is at revision {{current}}, yours is based on {{basedOn}}). Load it again, then make your change.',
  },
  'journey.pen-lost': {
    'zh-CN': '{{name}} 正在编辑这个旅程；您的修改保存在本机，请先申请编辑权。',
    en: '{{name}} is editing this journey; your changes are kept in this browser. Ask for the pen first.',
  },
  'comment.missing': { 'zh-CN': '这条评论已被删除；请刷新页面。', en: 'This comment has been deleted; load the page again.' },
  'comment.not-yours': {
    'zh-CN': '只能修改自己的评论；您可以回复，或将讨论标为已解决。',
    en: 'Only the person who wrote a comment can change it; answer it, or resolve the thread.',
  },
  'comment.answered': {
    'zh-CN': '已有 {{count}} 条他人回复，不能删除；可以将讨论标为已解决。',
    en: 'Others have answered this ({{count}}), so it stays; resolve the thread instead.',
  },
  'seat.not-yours': {
    'zh-CN': '您已没有编辑权，可能已交给别人；请看页面上方。',
    en: 'You do not hold the pen any more; somebody else may have it. See the top of the page.',
  },
  'seat.gone': {
    'zh-CN': '对方已离开这个旅程，编辑权仍在您这里。',
    en: 'That person has left the journey; the pen stays with you.',
  },
  'journey.archived': {
    'zh-CN': '“{{name}}”已归档，不能再修改；可以复制一份。',
    en: '“{{name}}” is archived and cannot be changed; duplicate it instead.',
  },
  'journey.unreadable': { 'zh-CN': '旅程文件有误：{{problem}}', en: 'The journey cannot be read: {{problem}}' },
  'journey.not-live': {
    'zh-CN': '“{{name}}”尚未发布，不能加入线索；请先发布。',
    en: '“{{name}}” is not live, so no lead can be let in; publish it first.',
  },
  'journey.cannot-pause': {
    'zh-CN': '“{{name}}”不在运行中，无法暂停。',
    en: '“{{name}}” is not live, so there is nothing to pause.',
  },
  'journey.not-paused': {
    'zh-CN': '“{{name}}”没有暂停，可能已有人恢复；请刷新页面。',
    en: '“{{name}}” is not paused; somebody may have resumed it. Load the page again.',
  },
  'journey.no-manual-entry': {
    'zh-CN': '“{{name}}”没有“手动加入”入口；请先在画布上添加并发布。',
    en: '“{{name}}” has no entry “Added by hand”; add one on the canvas and publish.',
  },
  'journey.live-moved': {
    'zh-CN': '版本 {{current}} 已在此期间上线。请看过之后再回退。',
    en: 'Version {{current}} went live meanwhile. Look at it first, then roll back.',
  },
  'journey.version-missing': { 'zh-CN': '没有第 {{number}} 版。', en: 'There is no version {{number}}.' },
  'canary.nothing-live': {
    'zh-CN': '“{{name}}”尚未上线，没有可比较的版本；请先直接发布给所有线索。',
    en: '“{{name}}” is not live yet, so there is nothing to try a version against; publish it for all leads first.',
  },
  'canary.none': {
    'zh-CN': '“{{name}}”没有正在试行的版本，可能已有人处理；请刷新页面。',
    en: '“{{name}}” has no version on trial; somebody may have decided on it. Load the page again.',
  },
  'publication.missing': { 'zh-CN': '没有这次发布申请。', en: 'There is no such request to publish.' },
  'publication.own': {
    'zh-CN': '您自己提交的发布申请需要由另一位营销人员或管理员审批。',
    en: 'You asked for this yourself; another marketer or an admin has to agree.',
  },
  'publication.reset': {
    'zh-CN': '提交申请后“{{name}}”的草稿又有改动，申请已失效；请重新提交。',
    en: 'The draft of “{{name}}” was changed since, so the request does not hold any more; it has to be asked for again.',
  },
  'publication.settled': { 'zh-CN': '这次发布已经处理过了；请刷新页面。', en: 'This was decided or called off already. Load the page again.' },
  'publication.past': { 'zh-CN': '上线时间 {{at}} 已经过去，请选择将来的时间。', en: '{{at}} has gone by already; choose a time to come.' },
  'operation.nobody': {
    'zh-CN': '所选线索都已离开旅程，没有可以处理的；请刷新列表。',
    en: 'None of the chosen leads is in the journey any more, so there is nobody to do it to; load the list again.',
  },
  'operation.nobody-failed': {
    'zh-CN': '所选线索中没有失败的步骤可以重试；请刷新列表。',
    en: 'No step of the chosen leads has failed, so there is nothing to try again; load the list again.',
  },
  'operation.no-step': {
    'zh-CN': '上线版本没有步骤“{{step}}”，或它是入口；请先发布，或选择另一步骤。',
    en: 'The live version has no step “{{step}}”, or it is an entry; publish first, or choose another step.',
  },
  'operation.missing': { 'zh-CN': '没有这次批量操作。', en: 'There is no such operation.' },
  'run.missing': { 'zh-CN': '没有这次旅程记录。', en: 'There is no such run.' },
  'lead.missing': { 'zh-CN': '没有这条线索，可能已合并到另一条。', en: 'There is no such lead; it may have been merged into another.' },
  'lead.no-identity': {
    'zh-CN': '请填写手机号或邮箱中的至少一项，否则日后无法识别和联系这条线索。',
    en: 'Enter a phone number or an email address; without one the lead could be neither recognised nor reached.',
  },
  'lead.phone-invalid': {
    'zh-CN': '手机号“{{value}}”不是有效号码；境外号码请以 + 和国家代码开头。',
    en: 'The phone number “{{value}}” is not valid; begin a foreign one with + and its country code.',
  },
  'lead.email-invalid': { 'zh-CN': '邮箱“{{value}}”不是有效地址。', en: 'The email address “{{value}}” is not valid.' },
  'lead.identity-taken': {
    'zh-CN': '{{value}} 已属于另一条线索“{{name}}”。',
    en: '{{value}} belongs to another lead, “{{name}}”.',
  },
  'lead.field-invalid': { 'zh-CN': '字段“{{field}}”的值不对：{{value}}。', en: 'The field “{{field}}” cannot be {{value}}.' },
  'import.missing': { 'zh-CN': '没有这次导入。', en: 'There is no such import.' },
  'import.empty-file': { 'zh-CN': '文件“{{fileName}}”没有数据行。', en: 'The file “{{fileName}}” has no lines of data.' },
  'import.too-large': {
    'zh-CN': '文件超过 {{limitMb}} MB，请拆分后上传。',
    en: 'The file is larger than {{limitMb}} MB; split it and upload the parts.',
  },
  'import.not-a-table': {
    'zh-CN': '“{{fileName}}”不是 CSV 文本（像是 Excel 或压缩文件）。请在 Excel 中另存为 CSV 再上传。',
    en: '“{{fileName}}” is no CSV text (it looks like an Excel or compressed file). Save it as CSV in Excel, then upload that.',
  },
  'import.encoding-unknown': {
    'zh-CN': '不认识编码“{{encoding}}”；可选：{{known}}。',
    en: 'The encoding “{{encoding}}” is not known; choose one of {{known}}.',
  },
  'import.started': {
    'zh-CN': '“{{fileName}}”已经开始导入，不能再更改。',
    en: 'The import of “{{fileName}}” has begun and cannot be changed any more.',
  },
  'import.ended': { 'zh-CN': '“{{fileName}}”的导入已经结束。', en: 'The import of “{{fileName}}” has ended already.' },
  'import.field-twice': {
    'zh-CN': '“{{first}}”和“{{second}}”两列都对应“{{field}}”，请只保留一列。',
    en: 'The columns “{{first}}” and “{{second}}” are both mapped to “{{field}}”; keep one of them.',
  },
  'import.field-unknown': {
    'zh-CN': '列“{{column}}”对应的字段“{{field}}”不存在。',
    en: 'The column “{{column}}” is mapped to “{{field}}”, which is no field.',
  },
  'import.column-unknown': { 'zh-CN': '文件里没有列“{{column}}”。', en: 'The file has no column “{{column}}”.' },
  'import.no-identity-column': {
    'zh-CN': '请把一列对应到手机号或邮箱；否则无法识别线索。',
    en: 'Map a column to the phone number or the email address; without one no lead can be recognised.',
  },
  'handoff.missing': { 'zh-CN': '没有这条交接。', en: 'There is no such hand-off.' },
  'handoff.taken': { 'zh-CN': '{{name}}已经先接受了这条线索。', en: '{{name}} was faster and has accepted this lead.' },
  'handoff.closed': { 'zh-CN': '这条交接已经结束（{{status}}）。', en: 'This hand-off has ended already ({{status}}).' },
  'handoff.not-accepted': { 'zh-CN': '请先接受，再记录结论。', en: 'Accept the hand-off first, then record a disposition.' },
  'handoff.not-yours': { 'zh-CN': '这条线索由{{name}}跟进，只有本人可以记录。', en: '{{name}} works this lead; only they can record that.' },
  'disposition.missing': { 'zh-CN': '没有结论“{{disposition}}”。', en: 'There is no disposition “{{disposition}}”.' },
  'template.channel-fixed': {
    'zh-CN': '模板“{{key}}”已用于{{channel}}，不能改渠道；请用另一个标识新建。',
    en: 'The template “{{key}}” is one for {{channel}} and cannot change its channel; make a new one under another key.',
  },
  'template.missing': { 'zh-CN': '没有模板“{{key}}”；请在步骤里选择另一个。', en: 'There is no template “{{key}}”; choose another one in the step.' },
  'test.address-invalid': { 'zh-CN': '“{{value}}”不是有效的邮箱地址。', en: '“{{value}}” is not a valid email address.' },
  'test.suppressed': {
    'zh-CN': '{{address}} 已被屏蔽（退信、投诉或退订），测试也不会发送；请换一个地址。',
    en: '{{address}} is suppressed (it bounced, complained or unsubscribed), and tests respect that; use another address.',
  },
  'test.no-wecom': {
    'zh-CN': '{{name}}没有绑定企业微信账号；请管理员在“设置 → 成员”中绑定，或选择另一位成员。',
    en: '{{name}} has no WeCom account bound; an admin can bind one under Settings → Members, or choose somebody else.',
  },
  'test.too-many': {
    'zh-CN': '您在一小时内已发送 {{limit}} 次测试；请稍后再试。',
    en: 'You have sent {{limit}} tests within an hour; try again a little later.',
  },
  'back-test.draft-broken': {
    'zh-CN': '“{{name}}”的草稿还有错误，无法回测；请先修正标出的问题。',
    en: 'The draft of “{{name}}” has errors, so it cannot be back-tested; mend what is marked first.',
  },
  'test.missing': { 'zh-CN': '没有这次测试发送。', en: 'There is no such test.' },
  'template.broken': { 'zh-CN': '模板有误：{{problem}}', en: 'The template is broken: {{problem}}' },
});

/** Every code a `UserError` may carry. */
export type ApiErrorCode = keyof typeof apiErrors.texts;
