import { escapeHtml } from './escape-html.ts';

const WORDS = {
  'zh-CN': { why: '您收到这封邮件，是因为您曾留下邮箱地址。', leave: '退订此类邮件' },
  en: { why: 'You get this mail because you left us your address.', leave: 'Unsubscribe' },
} as const;

/** Languages in which the footer is written. */
export type FooterLocale = keyof typeof WORDS;

/** The language of the footer for a lead's locale: English for everybody who is known not to read Chinese. */
export const footerLocale = (locale: string | null | undefined): FooterLocale =>
  locale === null || locale === undefined || locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';

/** The footer that a mail gets if its template forgot the way out. */
export function emailFooter(unsubscribeUrl: string, locale: FooterLocale): string {
  const { why, leave } = WORDS[locale];
  const style =
    'max-width:600px;margin:0 auto;padding:24px;font:12px/1.6 -apple-system,"PingFang SC","Microsoft YaHei",sans-serif;color:#8b9086;text-align:center';
  return `<div style="${escapeHtml(style)}">${escapeHtml(why)} <a href="${escapeHtml(unsubscribeUrl)}" style="color:#565c53">${escapeHtml(leave)}</a></div>`;
}
