import type { CallbackQuery } from './callback-seal.ts';

/** The query of a callback request, and the sealed echo if WeCom only verifies the URL. Null if something is missing. */
export function readCallbackQuery(url: string): (CallbackQuery & { readonly echo: string | null }) | null {
  const query = url.slice(url.indexOf('?') + 1);
  const values = new Map(query.split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const signature = decoded(values.get('msg_signature'));
  const timestamp = decoded(values.get('timestamp'));
  const nonce = decoded(values.get('nonce'));
  if (signature === null || timestamp === null || nonce === null) return null;
  return { signature, timestamp, nonce, echo: decoded(values.get('echostr')) };
}

// Not URLSearchParams: it would turn the `+` of base64 into a space, and WeCom does not always escape it.
function decoded(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
