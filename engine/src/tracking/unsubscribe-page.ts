import type { Locale } from '@tendril/journey/model';
import { defineSentences } from '@tendril/journey/sentences';

const { texts } = defineSentences({
  title: { 'zh-CN': '退订', en: 'Unsubscribe' },
  ask: {
    'zh-CN': '确定不再接收我们的营销邮件吗？点击下方按钮即可退订，无需登录。',
    en: 'Do you want no more marketing mail from us? Press the button; you need not log in.',
  },
  button: { 'zh-CN': '退订', en: 'Unsubscribe' },
  done: { 'zh-CN': '已退订。您不会再收到我们的营销邮件。', en: 'Done. You will get no more marketing mail from us.' },
  unknown: {
    'zh-CN': '这个退订链接无效或不完整。请从邮件中重新打开完整的链接。',
    en: 'This link is not valid or not complete. Open the whole link from the mail again.',
  },
});

/** What the page says. */
export type UnsubscribeState = 'ask' | 'done' | 'unknown';

/** Chinese for readers whose browser prefers it, English for everybody else; `asked` wins. */
export function pageLocale(acceptLanguage: string | undefined, asked: string | undefined): Locale {
  if (asked === 'zh-CN' || asked === 'en') return asked;
  const zh = /(^|,)\s*zh\b/i.exec(acceptLanguage ?? '')?.index ?? Number.POSITIVE_INFINITY;
  const en = /(^|,)\s*en\b/i.exec(acceptLanguage ?? '')?.index ?? Number.POSITIVE_INFINITY;
  return zh < en ? 'zh-CN' : 'en';
}

/** The page that a link at the end of a mail opens. It works without scripts. Says nothing about the reader. */
export function unsubscribePage(state: UnsubscribeState, locale: Locale): string {
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en';
  const say = (code: keyof typeof texts): string => texts[code][locale];
  const form = `<form method="post"><button>${say('button')}</button></form>`;
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${say('title')}</title>
    <style>
      :root { color-scheme: light dark; }
      body { font: 16px/1.6 system-ui, sans-serif; max-width: 32rem; margin: 12vh auto; padding: 0 1.5rem; }
      button { font: inherit; display: block; width: 100%; margin-top: .75rem; padding: .7rem 1rem; border-radius: .5rem; border: 1px solid #0f766e; background: #0f766e; color: #fff; cursor: pointer; }
      a { color: inherit; }
      nav { margin-top: 2rem; font-size: .875rem; }
    </style>
  </head>
  <body>
    <main>
      <h1>${say('title')}</h1>
      <p>${say(state)}</p>
      ${state === 'ask' ? form : ''}
    </main>
    <nav><a href="?lang=${other}" lang="${other}" hreflang="${other}">${other === 'en' ? 'English' : '中文'}</a></nav>
  </body>
</html>`;
}
