import type { Locale } from '@tendril/journey/model';

/** The language of the terminal: Chinese if the environment says so, else English. */
export function localeOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Locale {
  const wanted = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return wanted?.toLowerCase().startsWith('zh') === true ? 'zh-CN' : 'en';
}
