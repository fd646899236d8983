import type { RunningTendril } from './start-tendril.ts';

/**
 * What a newcomer needs to know, as one block.
 * @param options.seconds how long the start took
 */
export function welcome(tendril: RunningTendril, options: { readonly homeFolder: string; readonly seconds: number }): string {
  const places: [name: string, value: string, remark: string][] = [
    ['Tendril', tendril.appUrl, 'the app'],
    ['Mailbox', tendril.mailboxUrl, 'every mail that journeys send'],
    ['WeCom', tendril.phoneUrl, 'the phones of staff and customers'],
    ['Temporal', tendril.temporalUiUrl ?? tendril.temporalAddress, 'for operators'],
    ['PostgreSQL', tendril.databaseUrl, 'for engineers'],
  ];
  const logins = tendril.demo.logins.map(({ role, email, password }): [string, string, string] => [role, email, password]);
  const rows = (list: typeof places): string[] => {
    const width = Math.max(...list.map(([, value]) => value.length));
    return list.map(([name, value, remark]) => `    ${name.padEnd(10)}  ${value.padEnd(width)}  ${remark}`);
  };
  return [
    '',
    `  Tendril is running (${options.seconds.toFixed(1)} s)`,
    '',
    ...rows(places),
    '',
    '  Log in as',
    ...rows(logins),
    '',
    `  Write key of the demo's event intake: ${tendril.demo.intakeKey}`,
    `  Data and logs: ${options.homeFolder}`,
    '  Ctrl+C ends everything; the next start finds it as it was.',
    '',
  ].join('\n');
}
