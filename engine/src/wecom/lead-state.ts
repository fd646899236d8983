/**
 * The `state` of a contact way that belongs to one lead, so that the callback "a customer was added" says who it is.
 * WeCom allows 30 characters, so the id is packed.
 */
export const leadState = (leadId: string): string => `l_${Buffer.from(leadId.replaceAll('-', ''), 'hex').toString('base64url')}`;

/** The lead that a `state` names, or null if it is not one of ours. */
export function leadOfState(state: string | undefined): string | null {
  if (state === undefined || !/^l_[A-Za-z0-9_-]{22}$/.test(state)) return null;
  const hex = Buffer.from(state.slice(2), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
