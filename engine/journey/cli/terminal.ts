import type { Locale } from '@tendril/journey/model';
import { defineSentences, render } from '@tendril/journey/sentences';

/** Where a command writes, and in which language. */
export interface Terminal {
  /** A line of the answer. */
  readonly out: (text: string) => void;
  /** A line about the answer. */
  readonly err: (text: string) => void;
  readonly locale: Locale;
}

/** What a command answers to the shell. */
export const EXIT = {
  /** Nothing to remark. */
  fine: 0,
  /** Errors, failed tests, differences, or files not formatted. */
  found: 1,
  /** The command was not understood, or a file could not be read. */
  usage: 2,
} as const;

const { texts } = defineSentences({
  'cli.unknown-command': {
    'zh-CN': '没有命令“{{command}}”。可用：check、simulate、diff、fmt；用 tendril --help 查看说明。',
    en: 'There is no command "{{command}}". Use check, simulate, diff or fmt; tendril --help explains them.',
  },
  'cli.option': { 'zh-CN': '{{reason}}。用 tendril --help 查看选项。', en: '{{reason}}. tendril --help lists the options.' },
  'cli.files': { 'zh-CN': '请给出 {{count}} 个旅程文件，例如 journey.json。', en: 'Name {{count}} journey file(s), such as journey.json.' },
  'cli.unreadable': { 'zh-CN': '读不了 {{file}}：{{reason}}。', en: 'Cannot read {{file}}: {{reason}}.' },
  'cli.number': { 'zh-CN': '--{{option}} 应为正整数，这里是“{{found}}”。', en: '--{{option}} must be a positive whole number but is "{{found}}".' },
  'cli.date': {
    'zh-CN': '--start 应为 2026-03-02 或 2026-03-02T10:00，这里是“{{found}}”。',
    en: '--start must be like 2026-03-02 or 2026-03-02T10:00 but is "{{found}}".',
  },
  'cli.zone': { 'zh-CN': '没有名为“{{found}}”的时区。请写成 Asia/Shanghai。', en: 'There is no time zone "{{found}}". Write it like Asia/Shanghai.' },
  'cli.script': { 'zh-CN': '{{file}} 不是模拟脚本：“{{path}}” {{reason}}。', en: '{{file}} is no script: "{{path}}" {{reason}}.' },
});

/** A command that cannot be carried out as it was given. */
export class UsageError extends Error {
  readonly code: keyof typeof texts;
  readonly params: { readonly [name: string]: string | number };

  constructor(code: keyof typeof texts, params: { readonly [name: string]: string | number } = {}) {
    super(code);
    this.name = 'UsageError';
    this.code = code;
    this.params = params;
  }

  /** The sentence for people. */
  inWords(locale: Locale): string {
    return render({ code: this.code, params: this.params }, locale, { texts });
  }
}
