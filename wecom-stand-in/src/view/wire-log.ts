import type { CallbackRecord } from '../callbacks/callback-desk.ts';
import type { CallEntry } from '../doors/call-log.ts';
import type { StandIn } from '../stand-in.ts';
import type { LogRow } from './phones-view.ts';

const MOST = 60;

/** Calls and callbacks in one list, newest first. Repeats of a call right after each other are one row with a count. */
export function wireLog({ calls, callbacks, store }: StandIn): readonly LogRow[] {
  const nameOf = (id: unknown): string => (typeof id === 'string' ? (store.state.customers[id]?.name ?? '') : '');
  const rows: readonly LogRow[] = [...collapsed(calls.entries()), ...callbacks.records().map((record) => callbackRow(record, nameOf))];
  return rows.toSorted((one, other) => other.at - one.at).slice(0, MOST);
}

function collapsed(entries: readonly CallEntry[]): readonly LogRow[] {
  const rows: Extract<LogRow, { is: 'call' }>[] = [];
  for (const entry of entries) {
    const before = rows.at(-1);
    const repeats = before !== undefined && before.path === entry.path && before.errcode === entry.errcode && before.faulty === entry.faulty;
    if (repeats) rows[rows.length - 1] = { ...before, times: before.times + 1 };
    else rows.push({ is: 'call', ...entry, times: 1 });
  }
  return rows;
}

function callbackRow({ at, event, fields, status, tries }: CallbackRecord, nameOf: (id: unknown) => string): LogRow {
  const about = [fields['UserID'] ?? fields['FromUserName'], nameOf(fields['ExternalUserID']) || fields['EventKey']];
  return { is: 'callback', at, event, about: about.filter((part) => typeof part === 'string' && part !== 'sys').join(' · '), status, tries };
}
