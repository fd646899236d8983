import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** Ways to recognise a lead. `anonymous` is weak: it names a device, and never joins two leads. */
type HandleKind = 'email' | 'phone' | 'user' | 'wecom' | 'anonymous';

/** One handle, normalised: equal handles have equal values. */
export interface Handle {
  readonly kind: HandleKind;
  readonly value: string;
}

const EMAIL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const CHINESE_MOBILE = /^\+861\d{10}$/;
const LONGEST_ID = 255;

/** A mail address in its one spelling (half-width, lower case), or null if nothing could be delivered there. */
export function normaliseEmail(text: string): string | null {
  const address = text.normalize('NFKC').trim().toLowerCase();
  return EMAIL.test(address) ? address : null;
}

/** A phone number in E.164, read as a Chinese one where no country is given; null if it is no valid number. */
export function normalisePhone(text: string): string | null {
  const number = parsePhoneNumberFromString(text.normalize('NFKC'), 'CN');
  return number?.isValid() === true ? number.number : null;
}

/** An id of somebody else's making: trimmed, no letter changed; null if empty or absurdly long. */
export function normaliseId(text: string): string | null {
  const id = text.trim();
  return id === '' || id.length > LONGEST_ID ? null : id;
}

/** What somebody gave as handles, as written. */
export interface RawHandles {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly userId?: string | undefined;
  readonly wecom?: string | undefined;
}

/**
 * The handles by which a lead is recognised. A user id that is a mail address counts as one, too. A Chinese landline is
 * no handle: it may be a switchboard, behind which many people sit.
 */
export function handlesOf({ email, phone, userId, wecom }: RawHandles): readonly Handle[] {
  const handles: Handle[] = [];
  const add = (kind: HandleKind, value: string | null): void => {
    if (value !== null && !handles.some((handle) => handle.kind === kind && handle.value === value)) handles.push({ kind, value });
  };
  add('email', email ? normaliseEmail(email) : null);
  add('user', userId ? normaliseId(userId) : null);
  add('email', userId ? normaliseEmail(userId) : null);
  add('wecom', wecom ? normaliseId(wecom) : null);
  const number = phone ? normalisePhone(phone) : null;
  if (number !== null && (!number.startsWith('+86') || CHINESE_MOBILE.test(number))) add('phone', number);
  return handles;
}

/** One text per handle, for maps. */
export const keyOf = ({ kind, value }: { readonly kind: string; readonly value: string }): string => `${kind}:${value}`;
