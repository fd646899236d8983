import type { Locale } from '@tendril/journey/model';
import { FORMATS } from '@tendril/journey/sentences';
import { createInstance, type i18n as I18n, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readersZone } from './readers-zone.ts';

/** Areas of the product; each has one resource file per language. */
export const AREAS = [
  'shell',
  'journeys',
  'canvas',
  'nodes',
  'desk',
  'leads',
  'imports',
  'segments',
  'messages',
  'settings',
  'overview',
  'tryout',
  'publishing',
  'together',
  'errors',
  'explain',
  'operate',
] as const;

const files = import.meta.glob<Record<string, unknown>>('./{zh-CN,en}/*.json', { eager: true, import: 'default' });

const resources: Resource = { 'zh-CN': {}, en: {} };
for (const [path, texts] of Object.entries(files)) {
  const [, locale = '', area = ''] = /^\.\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
  const language = resources[locale];
  if (language) language[area] = texts;
}

/** Lets texts of the page write values as stored sentences do: `{{paused, duration}}`, `{{until, instant}}`. */
function addFormats({ services }: I18n): void {
  for (const [name, write] of Object.entries(FORMATS))
    services.formatter?.add(name, (value, language) => write(value, { locale: language === 'zh-CN' ? 'zh-CN' : 'en', timeZone: readersZone() }));
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
  addFormats(i18n);
  apply(locale);
  return i18n;
}
