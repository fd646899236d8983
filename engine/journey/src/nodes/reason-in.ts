import type { JsonObject } from '../model/index.ts';

/** The reason that an effect's result or an event gives, as one word: its text, or the code of its sentence. */
export function reasonIn(from: JsonObject | undefined): string | null {
  const reason = from?.['reason'];
  if (typeof reason === 'string') return reason;
  const code = typeof reason === 'object' && reason !== null && 'code' in reason ? reason['code'] : undefined;
  return typeof code === 'string' ? code : null;
}
