/** Mail providers whose addresses say nothing of a company. The `.example` ones stand for such in sample data. */
export const FREE_MAIL_DOMAINS: readonly string[] = [
  'qq.com',
  'vip.qq.com',
  'foxmail.com',
  '163.com',
  'vip.163.com',
  '126.com',
  'yeah.net',
  '139.com',
  '189.cn',
  'wo.cn',
  'sina.com',
  'sina.cn',
  'sohu.com',
  'tom.com',
  '21cn.com',
  'aliyun.com',
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'live.cn',
  'msn.com',
  'yahoo.com',
  'yahoo.co.jp',
  'icloud.com',
  'me.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.de',
  'web.de',
  'mail.ru',
  'yandex.com',
  'zoho.com',
  'naver.com',
  'freemail.example',
  'qmail.example',
];

const domains = new Set(FREE_MAIL_DOMAINS);

/** Whether a mail domain (lower case) belongs to a free provider and so must not be taken for a company's. */
export function isFreeMailDomain(domain: string): boolean {
  return domains.has(domain);
}
