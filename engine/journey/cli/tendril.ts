#!/usr/bin/env node
import { check } from './commands/check.ts';
import { diffFiles } from './commands/diff-files.ts';
import { fmt } from './commands/fmt.ts';
import { simulateFile } from './commands/simulate-file.ts';
import { localeOf } from './locale-of.ts';
import { EXIT, type Terminal, UsageError } from './terminal.ts';
import { usage } from './usage.ts';

/** Journeys on the command line: `tendril check | simulate | diff | fmt`. See docs/command-line.md. */
const COMMANDS: { readonly [name: string]: (args: readonly string[], terminal: Terminal) => Promise<number> } = {
  check,
  simulate: simulateFile,
  diff: diffFiles,
  fmt,
};

const terminal: Terminal = {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  locale: localeOf(process.env),
};

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || name === 'help' || name === '--help' || name === '-h') {
    terminal.out(usage(terminal.locale));
    return name === '' ? EXIT.usage : EXIT.fine;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (command === undefined) throw new UsageError('cli.unknown-command', { command: name });
    return await command(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.inWords(terminal.locale));
    return EXIT.usage;
  }
}

// A closed pipe, as with `| head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));
