import { isbot } from 'isbot';

/** What is known of a click when it has to be judged. */
export interface ClickTraces {
  readonly method: string;
  readonly userAgent: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** `Sec-Purpose` or one of its elders: set by programs that fetch in advance. */
  readonly purpose: string | undefined;
  /** Real ms since the mail was handed to the mail server; null if that is not known. */
  readonly sinceSentMs: number | null;
  /** Different links of the same mail followed at about the same time, this one included. */
  readonly linksAtOnce: number;
}

/** Mail scanners follow links as soon as the mail arrives, and all of them; people need some seconds and follow one. */
const THRESHOLDS = { soonMs: 2_000, links: 3 } as const;

/** Apple's mail privacy proxy and some scanners call themselves nothing more than this. */
const BARE_AGENT = /^mozilla\/\d\.\d$/i;

/** True if a person seems to have clicked. Nothing is ever dropped for this: the event only says what it looked like. */
export function looksHuman(click: ClickTraces): boolean {
  const { method, userAgent, acceptLanguage, purpose, sinceSentMs, linksAtOnce } = click;
  if (method !== 'GET' || purpose !== undefined) return false;
  if (userAgent === undefined || BARE_AGENT.test(userAgent.trim()) || isbot(userAgent)) return false;
  if (acceptLanguage === undefined || acceptLanguage.trim() === '') return false;
  if (sinceSentMs !== null && sinceSentMs < THRESHOLDS.soonMs) return false;
  return linksAtOnce < THRESHOLDS.links;
}
