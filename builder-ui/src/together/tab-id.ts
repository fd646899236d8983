const KEY = 'tendril.tab';

/** A random UUID (version 4), also on pages without TLS, where `crypto.randomUUID` does not exist. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

let known: string | null = null;

/**
 * Names this tab. The name lasts over a reload, but a duplicated tab gets its own: while the page is open the name is in no
 * store that a duplicate would copy.
 */
export function tabId(storage: Storage = window.sessionStorage): string {
  if (known !== null) return known;
  const id = storage.getItem(KEY) ?? freshId();
  storage.removeItem(KEY);
  window.addEventListener('pagehide', () => storage.setItem(KEY, id));
  window.addEventListener('pageshow', () => storage.removeItem(KEY));
  known = id;
  return id;
}
