import { foldText } from './fold-text.ts';

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** The address in lower case; null if it is none to which mail could be delivered over the internet. */
export function readEmail(cell: string): string | null {
  const address = foldText(cell)
    .replace(/^mailto:/i, '')
    .toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const fits = at > 0 && local.length <= 64 && domain.length <= 253;
  return fits && LOCAL_PART.test(local) && DOMAIN.test(domain) ? address : null;
}
