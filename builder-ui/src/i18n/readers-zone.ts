/** The time zone of the reader's browser, as an IANA name. */
export const readersZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
