import type { Diagnostic, LocalText } from '../model/index.ts';
import { documentProblems } from '../schema/document-problems.ts';
import { defineSentences, type ParamsOf, type SentenceTexts } from '../sentences/define-sentences.ts';

/** How grave a remark is. Only errors keep a journey from being published. */
export type Severity = Diagnostic['severity'];

const stored = documentProblems.texts;

/** Every remark of the compiler: J1 reading, J2 drawing, J3 ways, J4 references, J5 safety. Published codes keep their meaning. */
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
  J401: {
    'zh-CN': '没有名为「{{template}}」的{{channel, term}}模板。请选择已有模板，或先创建它。',
    en: 'There is no {{channel, term}} template “{{template}}”. Choose an existing one, or create it first.',
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
  J502: {
    'zh-CN': '这些步骤连成了没有等待的环，会在一瞬间无限转下去：{{steps}}。请在环中加一个等待。',
    en: 'These steps form a loop without a wait, which would turn for ever in an instant: {{steps}}. Put a wait into the loop.',
  },
});

const NOT_ERRORS = { J301: 'warning', J403: 'warning' } as const satisfies { readonly [Code in keyof typeof texts]?: Severity };

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
