import { defineSentences } from '@tendril/journey/sentences';

/** What an import says about a line of a file: what was mended, ignored, merged, or why the line was refused. */
export const importRemarks = defineSentences({
  'import.empty-row': { 'zh-CN': '空行，已跳过。', en: 'An empty line; skipped.' },
  'import.no-identity': {
    'zh-CN': '没有可用的手机号或邮箱，日后无法识别和联系这条线索。请补充其中一项后重新导入该行。',
    en: 'No usable phone number or email address, so this lead could be neither recognised nor reached. Add one of them and import the line again.',
  },
  'import.landline-only': {
    'zh-CN': '只有固定电话 {{value}}，可能多人共用，无法识别是谁。请补充手机号或邮箱后重新导入该行。',
    en: 'There is only the landline {{value}}, which many people may share. Add a mobile number or an email address and import the line again.',
  },
  'import.failed': { 'zh-CN': '写入时出错，未导入：{{message}}', en: 'Could not be written and was not imported: {{message}}' },
  'import.phone-invalid': {
    'zh-CN': '手机号“{{value}}”不是有效号码，已忽略。',
    en: 'The phone number “{{value}}” is not valid and was ignored.',
  },
  'import.email-invalid': {
    'zh-CN': '邮箱“{{value}}”不是有效地址，已忽略。',
    en: 'The email address “{{value}}” is not valid and was ignored.',
  },
  'import.date-invalid': {
    'zh-CN': '日期“{{value}}”无法识别，已忽略；请写成 2026-08-31 或 2026年8月31日。',
    en: 'The date “{{value}}” cannot be read and was ignored; write it like 2026-08-31 or 2026年8月31日.',
  },
  'import.date-future': { 'zh-CN': '日期“{{value}}”在未来，已忽略。', en: 'The date “{{value}}” lies in the future and was ignored.' },
  'import.owner-unknown': {
    'zh-CN': '工作区里没有成员“{{value}}”，负责人已忽略。',
    en: 'Nobody in the workspace is called “{{value}}”; the owner was ignored.',
  },
  'import.full-width': {
    'zh-CN': '“{{column}}”中的全角字符已转为半角：{{value}}',
    en: 'Full-width characters in “{{column}}” were made half-width: {{value}}',
  },
  'import.formula': {
    'zh-CN': '“{{column}}”的内容“{{value}}”会被表格软件当作公式执行，已在前面加上单引号。',
    en: '“{{value}}” in “{{column}}” would run as a formula in a spreadsheet; an apostrophe was put before it.',
  },
  'import.too-long': { 'zh-CN': '“{{column}}”超过 {{limit}} 个字符，已截断。', en: '“{{column}}” was longer than {{limit}} characters and was cut.' },
  'import.extra-cells': {
    'zh-CN': '本行比标题多出 {{count}} 个单元格，已忽略。',
    en: 'The line has {{count}} cells more than the heading; they were ignored.',
  },
  'import.undecodable': {
    'zh-CN': '“{{column}}”中有无法解码的字符；请检查文件编码。',
    en: '“{{column}}” holds characters that the encoding does not know; check the encoding of the file.',
  },
  'import.duplicate-phone': {
    'zh-CN': '与本文件第 {{line}} 行的手机号相同，已合并。',
    en: 'Has the phone number of line {{line}} of this file; merged.',
  },
  'import.duplicate-email': {
    'zh-CN': '与本文件第 {{line}} 行的邮箱相同，已合并。',
    en: 'Has the email address of line {{line}} of this file; merged.',
  },
  'import.duplicate-both': {
    'zh-CN': '与本文件第 {{line}} 行的手机号和邮箱都相同，已合并。',
    en: 'Has the phone number and the email address of line {{line}} of this file; merged.',
  },
  'import.known-phone': { 'zh-CN': '线索库中已有此手机号，已合并到原线索。', en: 'The phone number was known already; merged into that lead.' },
  'import.known-email': { 'zh-CN': '线索库中已有此邮箱，已合并到原线索。', en: 'The email address was known already; merged into that lead.' },
  'import.known-both': {
    'zh-CN': '线索库中已有此手机号和邮箱，已合并到原线索。',
    en: 'The phone number and the email address were known already; merged into that lead.',
  },
  'import.joined': {
    'zh-CN': '手机号和邮箱原属于两条线索，已合并为一条。',
    en: 'The phone number and the email address belonged to two leads, which were merged into one.',
  },
});
