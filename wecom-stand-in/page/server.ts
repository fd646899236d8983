import type { PhonesView } from '@tendril/wecom-stand-in/view';
import type { Looking } from './page-state.ts';

/** What the server shows for what is looked at. */
export async function readView({ staff, customer, chat, search }: Looking): Promise<PhonesView> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ staff, customer, chat, search })) if (value !== null && value !== '') query.set(name, value);
  const answer = await fetch(`stand-in/phones?${query}`);
  return (await answer.json()) as PhonesView;
}

/** What became of a deed: its answer, or the code of the refusal. */
export type DeedAnswer = { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly code: string };

/** Does something with a phone. */
export async function doDeed(path: string, body: object, method: 'POST' | 'DELETE' = 'POST'): Promise<DeedAnswer> {
  const request = method === 'POST' ? { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : { method };
  const answer = await fetch(`stand-in/${path}`, request).catch(() => null);
  if (answer === null) return { ok: false, code: 'unreachable' };
  const said = (await answer.json()) as Readonly<Record<string, unknown>>;
  return answer.ok ? { ok: true, answer: said } : { ok: false, code: String(said['error']) };
}

/** Calls back whenever something has changed, and tells whether the line is up. Tries again by itself. */
export function listen(heard: () => void, line: (up: boolean) => void): void {
  const source = new EventSource('stand-in/changes');
  source.onmessage = heard;
  source.onopen = () => line(true);
  source.onerror = () => line(false);
}
