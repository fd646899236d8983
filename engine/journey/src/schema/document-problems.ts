import { defineSentences } from '../sentences/define-sentences.ts';

/** Why something is not a journey document that this version can read. */
export const documentProblems = defineSentences({
  'document.not-json': {
    'zh-CN': '这不是 JSON：{{reason}}。请重新导出旅程文件。',
    en: 'This is not JSON: {{reason}}. Export the journey file again.',
  },
  'document.format': {
    'zh-CN': '“format” 应为 “tendril.journey”，这里是 “{{found}}”。请选择从 Tendril 导出的旅程文件。',
    en: '"format" must be "tendril.journey" but is "{{found}}". Choose a journey file exported from Tendril.',
  },
  'document.version': {
    'zh-CN': '“schemaVersion” 应为 1 到 {{current}} 的整数，这里是 “{{found}}”。',
    en: '"schemaVersion" must be a whole number from 1 to {{current}} but is "{{found}}".',
  },
  'document.too-new': {
    'zh-CN': '此旅程由更新版本的 Tendril 写成（格式 {{found}}，当前最高 {{current}}）。请先升级 Tendril。',
    en: 'This journey was written by a newer Tendril (format {{found}}; this one reads up to {{current}}). Upgrade Tendril first.',
  },
  'document.field': {
    'zh-CN': '“{{path}}” 的值 {{found}} 不对：{{reason}}。',
    en: '"{{path}}" cannot be {{found}}: {{reason}}.',
  },
  'document.wrong-type': {
    'zh-CN': '“{{path}}” 应为{{expected, term}}，这里是 {{found}}。请更正。',
    en: '"{{path}}" must be {{expected, term}} but is {{found}}. Correct it.',
  },
  'document.not-among': {
    'zh-CN': '“{{path}}” 不能是 {{found}}。请选择其一：{{values, terms}}。',
    en: '"{{path}}" cannot be {{found}}. Choose one of: {{values, terms}}.',
  },
  'document.empty': {
    'zh-CN': '“{{path}}” 还是空的。请填写。',
    en: '"{{path}}" is empty. Fill it in.',
  },
  'document.too-small': {
    'zh-CN': '“{{path}}” 的值 {{found}} 太小。请填写至少 {{least, number}}。',
    en: '"{{path}}" cannot be {{found}}. Enter {{least, number}} or more.',
  },
  'document.too-big': {
    'zh-CN': '“{{path}}” 的值 {{found}} 太大。请填写至多 {{most, number}}。',
    en: '"{{path}}" cannot be {{found}}. Enter {{most, number}} or less.',
  },
  'document.too-few': {
    'zh-CN': '“{{path}}” 太少：至少需要 {{least, number}} 项。',
    en: '"{{path}}" has too few entries. It needs {{least, number}} or more.',
  },
  'document.too-many': {
    'zh-CN': '“{{path}}” 太长：至多 {{most, number}}。请缩短。',
    en: '"{{path}}" is too long: at most {{most, number}}. Shorten it.',
  },
  'document.missing': {
    'zh-CN': '缺少 “{{path}}”。请补上，或重新导出旅程文件。',
    en: '"{{path}}" is missing. Add it, or export the journey file again.',
  },
  'document.condition-operator': {
    'zh-CN': '“{{path}}”：这种数据不能用运算符 “{{found}}” 比较。请换一个运算符。',
    en: '"{{path}}": this sort of value cannot be compared by "{{found}}". Choose another operator.',
  },
  'document.condition-operand': {
    'zh-CN': '“{{path}}”：运算符不能与 {{found}} 比较，类型不符。请填写相应类型的值。',
    en: '"{{path}}": the operator cannot compare with {{found}}, which has the wrong type. Enter a value of the right type.',
  },
  'document.property-path': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是属性路径。请写成 a.b 的形式。',
    en: '"{{path}}": "{{found}}" is no path of a property. Write it like a.b.',
  },
  'document.duration': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是时长。请写成 3d、1d 4h 或 “3 天”。',
    en: '"{{path}}": "{{found}}" is no length of time. Write it like 3d, 1d 4h or 30m.',
  },
  'document.time-of-day': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是时刻。请写成 09:00。',
    en: '"{{path}}": "{{found}}" is no time of day. Write it like 09:00.',
  },
  'document.whole-days': {
    'zh-CN': '“{{path}}”：按自然日或工作日计算时，“{{found}}” 须为整天数。请写成 3d 或 “3 天”。',
    en: '"{{path}}": "{{found}}" must be whole days when calendar days or workdays are counted. Write it like 3d.',
  },
  'document.port-name': {
    'zh-CN': '“{{path}}”：“{{found}}” 不能作出口名。请用小写字母开头的字母、数字和连字符。',
    en: '"{{path}}": "{{found}}" cannot name a way out. Use lower-case letters, digits and dashes, a letter first.',
  },
  'document.names-twice': {
    'zh-CN': '“{{path}}”：出口名有重复。请给每个出口不同的名字。',
    en: '"{{path}}": two ways out have the same name. Give each a name of its own.',
  },
  'document.gate-empty': {
    'zh-CN': '“{{path}}”：这一档没有任何条件。请填写等级、总分或意向之一。',
    en: '"{{path}}": this outcome tests nothing. Set a grade, a score or an intent.',
  },
  'document.date': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是日期。请写成 2026-12-31 或 2026-12-31T09:00。',
    en: '"{{path}}": "{{found}}" is no date. Write it like 2026-12-31 or 2026-12-31T09:00.',
  },
  'document.schedule-rule': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是可用的重复规则。请写成 FREQ=WEEKLY;BYDAY=MO。',
    en: '"{{path}}": "{{found}}" is no rule of recurrence. Write it like FREQ=WEEKLY;BYDAY=MO.',
  },
  'document.url': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是网址。请写成 https://crm.example/leads。',
    en: '"{{path}}": "{{found}}" is no web address. Write it like https://crm.example/leads.',
  },
  'document.header-name': {
    'zh-CN': '“{{path}}”：“{{found}}” 不能作请求头的名字。请只用字母、数字和连字符。',
    en: '"{{path}}": "{{found}}" cannot name a header. Use letters, digits and dashes.',
  },
  'document.own-step': {
    'zh-CN': '“{{path}}”：字段 “{{found}}” 有专门的步骤，请改用「设置阶段」或「移入线索池」。',
    en: '"{{path}}": the field "{{found}}" has a step of its own. Use "Set stage" or "Move to pool".',
  },
  'document.needed': {
    'zh-CN': '“{{path}}”：此设置下必须填写。',
    en: '"{{path}}" is needed with the other settings of this step.',
  },
  'document.instant': {
    'zh-CN': '“{{path}}”：“{{found}}” 不是日期时间。请写成 2026-03-02 或 2026-03-02T10:00。',
    en: '"{{path}}": "{{found}}" is no date with time. Write it like 2026-03-02 or 2026-03-02T10:00.',
  },
  'document.time-zone': {
    'zh-CN': '“{{path}}”：没有名为 “{{found}}” 的时区。请写成 Asia/Shanghai。',
    en: '"{{path}}": there is no time zone "{{found}}". Write it like Asia/Shanghai.',
  },
  'document.unknown-field': {
    'zh-CN': '“{{path}}” 处有未知字段 “{{keys}}”。请删除，或检查拼写。',
    en: 'Unknown field "{{keys}}" at "{{path}}". Remove it or check its spelling.',
  },
  'document.duplicate-node': {
    'zh-CN': '有两个步骤的编号都是 “{{node}}”。请给其中一个换编号。',
    en: 'Two steps have the id "{{node}}". Give one of them another id.',
  },
});
