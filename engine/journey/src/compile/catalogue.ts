import type { Diagnostic, LocalText } from '../model/index.ts';
import { documentProblems } from '../schema/document-problems.ts';
import { defineSentences, type ParamsOf, type SentenceTexts } from '../sentences/define-sentences.ts';

/** How grave a remark is. Only errors keep a journey from being published. */
export type Severity = Diagnostic['severity'];

const stored = documentProblems.texts;

/** Every remark of the compiler: J1 reading, J2 drawing, J3 ways, J4 references, J5 safety, J6 settings, J7 saved tests. Published codes keep their meaning. */
const { texts, say } = defineSentences({
  J101: stored['document.not-json'],
  J102: stored['document.format'],
  J103: stored['document.version'],
  J104: stored['document.too-new'],
  J105: stored['document.unknown-field'],
  J106: stored['document.duplicate-node'],
  J110: stored['document.missing'],
  J111: stored['document.field'],
  J112: stored['document.condition-operator'],
  J113: stored['document.condition-operand'],
  J114: stored['document.property-path'],
  J115: stored['document.duration'],
  J116: stored['document.time-of-day'],
  J117: stored['document.time-zone'],
  J118: stored['document.needed'],
  J119: stored['document.whole-days'],
  J120: stored['document.port-name'],
  J121: stored['document.names-twice'],
  J122: stored['document.gate-empty'],
  J123: stored['document.date'],
  J124: stored['document.schedule-rule'],
  J125: stored['document.url'],
  J126: stored['document.header-name'],
  J127: stored['document.own-step'],
  J128: stored['document.instant'],
  J129: stored['document.wrong-type'],
  J130: stored['document.not-among'],
  J131: stored['document.empty'],
  J132: stored['document.too-small'],
  J133: stored['document.too-big'],
  J134: stored['document.too-few'],
  J135: stored['document.too-many'],
  J201: {
    'zh-CN': '此安装没有步骤类型「{{kind}}」。请移除该步骤，或安装提供它的扩展。',
    en: 'This installation has no step type “{{kind}}”. Remove the step, or install what brings the type.',
  },
  J202: {
    'zh-CN': '该步骤由类型「{{kind}}」的第 {{found}} 版写成，此安装只有第 {{current}} 版。请先升级 Tendril。',
    en: 'The step was written by version {{found}} of “{{kind}}”; this installation has version {{current}}. Upgrade Tendril first.',
  },
  J203: {
    'zh-CN': '有一条连线从不存在的步骤「{{from}}」出发。请删除它。',
    en: 'A connection starts at the step “{{from}}”, which does not exist. Remove it.',
  },
  J204: {
    'zh-CN': '出口「{{port, term}}」连到不存在的步骤「{{to}}」。请重新连接。',
    en: 'The way out “{{port, term}}” leads to the step “{{to}}”, which does not exist. Connect it anew.',
  },
  J205: {
    'zh-CN': '该步骤已没有出口「{{port, term}}」，但仍有连线。请断开它。',
    en: 'The step no longer has the way out “{{port, term}}”, yet something is connected to it. Disconnect it.',
  },
  J206: {
    'zh-CN': '出口「{{port, term}}」连了 {{count}} 条线，只能有一条。请只保留一条。',
    en: 'The way out “{{port, term}}” has {{count}} connections but can have one. Keep one.',
  },
  J207: {
    'zh-CN': '入口「{{to}}」不能有前面的步骤。请断开这条线。',
    en: 'Nothing can lead to the entry “{{to}}”. Disconnect it.',
  },
  J208: {
    'zh-CN': '旅程没有入口，没有线索能进来。请添加一个入口。',
    en: 'The journey has no entry, so no lead can come in. Add one.',
  },
  J209: {
    'zh-CN': '停用的步骤互相连成了环，线索无处可去。请启用其中一个，或改连线。',
    en: 'Disabled steps lead to one another in a ring, so leads have nowhere to go. Enable one of them, or connect them otherwise.',
  },
  J210: {
    'zh-CN': '出口「{{port, term}}」没有连接。请连到下一步，或加一个结束。',
    en: 'Nothing is connected to the way out “{{port, term}}”. Connect a step, or add an exit.',
  },
  J301: {
    'zh-CN': '没有任何入口能走到这一步。请连接它，或移除它。',
    en: 'No entry leads to this step. Connect it, or remove it.',
  },
  J303: {
    'zh-CN': '没有任何线索能走出口「{{port, term}}」：条件自相矛盾，或已被其余条件覆盖。请检查条件。',
    en: 'No lead can ever take the way out “{{port, term}}”: its condition contradicts itself, or the others leave nothing over. Check the conditions.',
  },
  J304: {
    'zh-CN': '没有线索能走到分支「{{port, term}}」：前面的分支已接走所有符合它的线索。请调整顺序或条件。',
    en: 'No lead comes to the branch “{{port, term}}”: earlier branches take everything that fits it. Change the order or the conditions.',
  },
  J305: {
    'zh-CN': '分支「{{port, term}}」与前面的「{{earlier, term}}」重叠：两者都符合的线索走前者。请确认这是有意的。',
    en: 'The branch “{{port, term}}” overlaps the earlier “{{earlier, term}}”: leads that fit both take the earlier one. Make sure this is meant.',
  },
  J306: {
    'zh-CN': '这个条件永远不会成立：它自相矛盾。请检查「{{field}}」。',
    en: 'This condition can never hold: it contradicts itself. Check “{{field}}”.',
  },
  J401: {
    'zh-CN': '没有名为「{{template}}」的{{channel, term}}模板。请选择已有模板，或先创建它。',
    en: 'There is no {{channel, term}} template “{{template}}”. Choose an existing one, or create it first.',
  },
  J402: {
    'zh-CN': '模板「{{template}}」用于{{found, term}}，不能用于{{channel, term}}。请选择另一个模板。',
    en: 'The template “{{template}}” is for {{found, term}}, not for {{channel, term}}. Choose another one.',
  },
  J403: {
    'zh-CN': '工作区没有许可主题「{{topic}}」。请选择已有主题。',
    en: 'The workspace has no consent topic “{{topic}}”. Choose an existing one.',
  },
  J404: {
    'zh-CN': '营销消息没有许可主题，线索无法退订。请选择主题，或标为服务邮件。',
    en: 'A marketing message without a consent topic: leads cannot say no to it. Choose a topic, or mark it as service mail.',
  },
  J405: {
    'zh-CN': '工作区没有线索池「{{pool}}」。请选择已有的池。',
    en: 'The workspace has no pool “{{pool}}”. Choose an existing one.',
  },
  J406: {
    'zh-CN': '工作区没有员工「{{person}}」。请选择另一位，或先添加此人。',
    en: 'The workspace has nobody called “{{person}}”. Choose somebody else, or add the person first.',
  },
  J407: {
    'zh-CN': '工作区没有人群「{{segment}}」。请选择已有人群。',
    en: 'The workspace has no segment “{{segment}}”. Choose an existing one.',
  },
  J408: {
    'zh-CN': '工作区没有旅程「{{journey}}」。请选择已有旅程。',
    en: 'The workspace has no journey “{{journey}}”. Choose an existing one.',
  },
  J409: {
    'zh-CN': '字段「{{field, field}}」从来没有人写入：它不是线索字段，旅程中也没有步骤设置它。请检查拼写，或先设置它。',
    en: 'Nobody ever writes the field “{{field, field}}”: it is no field of leads, and no step here sets it. Check its spelling, or set it first.',
  },
  J410: {
    'zh-CN': '模板「{{template}}」需要 {{variable}}，但它只在部分路径上设置。请在每条路径上先设置它。',
    en: 'The template “{{template}}” needs {{variable}}, which is set on some ways here but not on all. Set it on every way before.',
  },
  J411: {
    'zh-CN': '引用的步骤「{{step}}」不存在。请选择另一步。',
    en: 'It refers to the step “{{step}}”, which does not exist. Choose another one.',
  },
  J412: {
    'zh-CN': '工作区从未收到过事件「{{event, term}}」。请检查名称。',
    en: 'The workspace has never received an event “{{event, term}}”. Check its name.',
  },
  J413: {
    'zh-CN': '引用的步骤「{{step}}」不会在这之前发生。请选择前面的步骤。',
    en: 'It refers to the step “{{step}}”, which never comes before this one. Choose an earlier step.',
  },
  J414: {
    'zh-CN': '步骤「{{step}}」不会有结果「{{outcome, term}}」。请选择：{{possible, terms}}。',
    en: 'The step “{{step}}” never comes out as “{{outcome, term}}”. Choose from: {{possible, terms}}.',
  },
  J415: {
    'zh-CN': '模板「{{template}}」需要 {{variable}}，但没有任何地方提供它。请修改模板，或先设置该字段。',
    en: 'The template “{{template}}” needs {{variable}}, which nothing provides. Change the template, or set the field first.',
  },
  J501: {
    'zh-CN': '这个等待没有期限：事情一直不发生，线索就永远停在这里。请设置最长等待。',
    en: 'This wait has no limit: a lead stays here for ever if nothing happens. Set how long to wait at most.',
  },
  J502: {
    'zh-CN': '这些步骤连成了没有等待的环，会在一瞬间无限转下去：{{steps}}。请在环中加一个等待。',
    en: 'These steps form a loop without a wait, which would turn for ever in an instant: {{steps}}. Put a wait into the loop.',
  },
  J503: {
    'zh-CN': '这些步骤连成了没有次数限制的环：{{steps}}。请在环中加一个「跳转」来限制次数。',
    en: 'These steps form a loop without a bound: {{steps}}. Put a “Go to” into the loop to limit the rounds.',
  },
  J504: {
    'zh-CN': '日期 {{date, instant}} 已经过去，线索会直接通过。请选择以后的日期。',
    en: 'The date {{date, instant}} is past: leads will pass at once. Choose a later one.',
  },
  J505: {
    'zh-CN': '在「{{send}}」发出之后立刻判断是否点击或回复，谁都还来不及。请在中间加一个等待。',
    en: 'It asks for a click or reply right after “{{send}}” goes out, before anybody can have done it. Put a wait in between.',
  },
  J506: {
    'zh-CN': '同一线索可同时多次在此旅程中（按键进入），这些步骤会互相覆盖字段「{{field, field}}」：{{steps}}。',
    en: 'A lead can be in this journey several times at once (entry by key), so these steps overwrite each other’s “{{field, field}}”: {{steps}}.',
  },
  J507: {
    'zh-CN': '线索在此旅程中最长 {{longest, duration}}。',
    en: 'A lead is in this journey for at most {{longest, duration}}.',
  },
  J508: {
    'zh-CN': '线索在此旅程中的时间没有上限，因为步骤「{{step}}」没有期限。',
    en: 'There is no limit to how long a lead can be in this journey, because of the step “{{step}}”.',
  },
  J509: {
    'zh-CN': '从这里起 {{per, duration}}内可能发送 {{count}} 条{{channel, term}}消息，超过上限 {{cap}} 条；超出的会推迟发送。',
    en: 'From here a lead may be sent {{count}} messages ({{channel, term}}) within {{per, duration}}, more than the cap of {{cap}}; the others will be sent later.',
  },
  J510: {
    'zh-CN': '时间窗永远不会打开：所选星期与日历没有共同的日子。请放宽时间窗。',
    en: 'The window never opens: its weekdays and its calendar have no day in common. Widen it.',
  },
  J511: {
    'zh-CN': '接手期限（{{accept, duration}}）长于处置期限（{{respond, duration}}）。请缩短接手期限。',
    en: 'Accepting may take longer ({{accept, duration}}) than responding ({{respond, duration}}). Shorten the time to accept.',
  },
  J512: {
    'zh-CN': '这个计划不会再有下一次。请修改规则或第一天。',
    en: 'This schedule never comes round again. Change the rule or the first day.',
  },
  J601: {
    'zh-CN': '免打扰时段从 {{from}} 到 {{to}}，没有长度。请设置不同的开始与结束。',
    en: 'Quiet hours from {{from}} to {{to}} have no length. Set a different start and end.',
  },
  J602: {
    'zh-CN': '对照组为 100%，没有线索会收到任何内容。请降低比例。',
    en: 'The holdout is 100 %, so no lead gets anything. Lower it.',
  },
  J701: {
    'zh-CN': '测试「{{test}}」未通过，第 {{line}} 行应为「{{expected}}」，实为「{{found}}」。请修改旅程，或重新保存该测试。',
    en: 'The test “{{test}}” fails at line {{line}}: expected “{{expected}}”, found “{{found}}”. Mend the journey, or save the test anew.',
  },
  J702: {
    'zh-CN': '测试「{{test}}」未通过：结果应为「{{expected}}」，实为「{{found}}」。请修改旅程，或重新保存该测试。',
    en: 'The test “{{test}}” fails: expected the outcome “{{expected}}”, found “{{found}}”. Mend the journey, or save the test anew.',
  },
});

const NOT_ERRORS = {
  ...{ J301: 'warning', J303: 'warning', J304: 'warning', J305: 'note', J306: 'warning' },
  ...{ J403: 'warning', J409: 'warning', J410: 'warning', J412: 'warning', J413: 'warning', J414: 'warning', J415: 'warning' },
  ...{ J501: 'warning', J503: 'warning', J504: 'warning', J505: 'warning', J506: 'warning', J507: 'note', J508: 'note', J509: 'warning' },
  ...{ J511: 'warning', J512: 'warning', J601: 'warning', J602: 'warning' },
} as const satisfies { readonly [Code in keyof typeof texts]?: Severity };

/** The sentences of all remarks, by code. */
export const problemTexts: SentenceTexts = texts;

/** A code of the catalogue. */
export type ProblemCode = keyof typeof texts;

/** All codes in their order. */
export const PROBLEM_CODES = Object.keys(texts) as readonly ProblemCode[];

/** How grave a remark is. */
export function severityOf(code: ProblemCode): Severity {
  const others: { readonly [other: string]: Severity | undefined } = NOT_ERRORS;
  return others[code] ?? 'error';
}

/** Where a remark belongs, and how it may be mended. */
export type ProblemPlace = Partial<Pick<Diagnostic, 'node' | 'port' | 'field' | 'fix'>>;

/** Makes a remark of the compiler. */
export function problem<Code extends ProblemCode>(
  code: Code,
  params: ParamsOf<(typeof texts)[Code] & LocalText>,
  place: ProblemPlace = {},
): Diagnostic {
  return { ...say(code, params), severity: severityOf(code), ...place };
}

const STORED_CODES: { readonly [code: string]: ProblemCode } = Object.fromEntries(
  Object.entries(stored).flatMap(([code, text]) => {
    const own = PROBLEM_CODES.find((candidate) => texts[candidate] === text);
    return own === undefined ? [] : [[code, own]];
  }),
);

/** The remark for a problem that the schema of documents found. */
export function problemOf({ code, params }: { readonly code: string; readonly params: Diagnostic['params'] }, place: ProblemPlace = {}): Diagnostic {
  const own = STORED_CODES[code] ?? 'J111';
  return { code: own, params, severity: severityOf(own), ...place };
}
