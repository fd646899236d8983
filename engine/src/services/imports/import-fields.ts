import type { LocalText } from '@tendril/journey/model';

/** A field of a lead that a column of a file can be mapped to. */
export interface ImportField {
  readonly key: string;
  readonly label: LocalText;
  /** Headings by which the column is recognised, folded by `foldHeading`. */
  readonly headings: readonly string[];
}

const field = (key: string, zh: string, en: string, headings: readonly string[]): ImportField => ({
  key,
  label: { 'zh-CN': zh, en },
  headings: [zh, en, key, ...headings].map(foldHeading),
});

/** Keeps the column as a free attribute under its own heading. */
export const KEEP_AS_ATTRIBUTE = 'attribute';

/** Every field a column can be mapped to, in the order the page offers them. */
export const IMPORT_FIELDS: readonly ImportField[] = [
  field('name', '姓名', 'Name', ['名字', '联系人', '联系人姓名', '客户姓名', 'full name', 'contact', 'contact name', 'lead name']),
  field('phone', '手机', 'Phone', [
    '手机号',
    '手机号码',
    '电话',
    '电话号码',
    '联系电话',
    '联系方式',
    'mobile',
    'mobile phone',
    'cell',
    'tel',
    'phone number',
  ]),
  field('email', '邮箱', 'Email', ['电子邮箱', '邮件', '邮箱地址', '电子邮件', 'e-mail', 'mail', 'email address']),
  field('company', '公司全称', 'Company', [
    '公司',
    '公司名称',
    '企业',
    '企业名称',
    '单位',
    '单位名称',
    'company name',
    'organization',
    'organisation',
    'account',
  ]),
  field('title', '职位', 'Job title', ['职务', '岗位', '头衔', 'title', 'position', 'role', 'job']),
  field('industry', '行业', 'Industry', ['所属行业', '所在行业', 'sector']),
  field('companySize', '公司规模', 'Company size', ['规模', '人数', '员工人数', '员工数', '企业规模', 'size', 'employees', 'number of employees']),
  field('city', '城市', 'City', ['所在城市', '市', 'town']),
  field('region', '地区', 'Region', ['省份', '省', '区域', '大区', '所在地区', 'province', 'state']),
  field('source', '来源', 'Source', ['线索来源', '渠道', '来源渠道', 'channel', 'lead source', 'utm source']),
  field('owner', '负责人', 'Owner', ['所有者', '归属人', '跟进人', '邀请人', '归属销售', 'lead owner', 'sales owner', 'inviter']),
  field('createdAt', '创建时间', 'Created at', [
    '创建日期',
    '录入时间',
    '注册时间',
    '提交时间',
    '日期',
    'created',
    'create time',
    'date',
    'registered at',
  ]),
  field('locale', '语言', 'Language', ['language', 'locale']),
  field('timeZone', '时区', 'Time zone', ['timezone']),
  field('note', '备注', 'Note', ['说明', '备注信息', 'notes', 'remark', 'remarks', 'comment', 'comments']),
  field(KEEP_AS_ATTRIBUTE, '自定义属性(沿用列名)', 'Custom attribute (named after the column)', []),
];

/** The field a heading names, or null. */
export function guessField(heading: string): string | null {
  const folded = foldHeading(heading);
  return IMPORT_FIELDS.find(({ key, headings }) => key !== KEEP_AS_ATTRIBUTE && headings.includes(folded))?.key ?? null;
}

/** Guesses a field for each column; each field is given once, to the first column that names it. */
export function guessMapping(columns: readonly string[]): Readonly<Record<string, string | null>> {
  const given = new Set<string>();
  return Object.fromEntries(
    columns.map((column) => {
      const guess = guessField(column);
      if (guess === null || given.has(guess)) return [column, null];
      given.add(guess);
      return [column, guess];
    }),
  );
}

function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*.:()[\]]+/g, '');
}
