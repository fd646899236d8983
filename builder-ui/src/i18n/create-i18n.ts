import type { Locale } from '@tendril/journey/model';
import { createInstance, type i18n as I18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Areas of the product; each has one resource file per language. */
export const AREAS = [
  'shell',
  'journeys',
  'canvas',
  'nodes',
  'desk',
  'leads',
  'imports',
  'messages',
  'settings',
  'overview',
  'tryout',
  'publishing',
  'errors',
] as const;

const files = import.meta.glob<Record<string, unknown>>('./{zh-CN,en}/*.json', { eager: true, import: 'default' });

const resources: Resource = { 'zh-CN': {}, en: {} };
for (const [path, texts] of Object.entries(files)) {
  const [, locale = '', area = ''] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  const language = resources[locale];
  if (language) language[area] = texts;
}

/** Sets up both languages; all texts come with the page, so no text ever flickers in. */
export function createI18n(locale: Locale): I18n {
  const i18n = createInstance();
  const apply = (language: string) => {
    document.documentElement.lang = language;
  };
  i18n.on('languageChanged', apply);
  void i18n.use(initReactI18next).init({
    resources,
    lng: locale,
    fallbackLng: 'en',
    ns: [...AREAS],
    defaultNS: 'shell',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  apply(locale);
  return i18n;
}
