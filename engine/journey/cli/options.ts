import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Locale } from '@tendril/journey/model';
import { isTimeZone } from '@tendril/journey/time';
import { type Terminal, UsageError } from './terminal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options that every command takes. */
const COMMON = { json: { type: 'boolean', default: false }, lang: { type: 'string' } } as const satisfies Options;

/**
 * Reads a command's arguments.
 * @throws UsageError for an option it does not know
 */
export function readOptions<const Given extends Options>(args: readonly string[], options: Given) {
  try {
    return parseArgs({ args: [...args], options: { ...COMMON, ...options }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError('cli.option', { reason: error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error) });
  }
}

/** The terminal in the language that `--lang` asks for: `zh`, `zh-CN` or `en`. */
export function inLanguage(terminal: Terminal, lang: string | undefined): Terminal {
  if (lang === undefined) return terminal;
  const locale: Locale = lang.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
  return { ...terminal, locale };
}

/** A positive whole number. */
export function readCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new UsageError('cli.number', { option, found: text });
  return count;
}

/** A time zone. */
export function readZone(text: string): string {
  if (!isTimeZone(text)) throw new UsageError('cli.zone', { found: text });
  return text;
}
