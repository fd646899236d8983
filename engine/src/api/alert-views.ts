/** Something that has been stopped because too much of it failed. Instants are real time, ISO 8601. */
export interface AlertView {
  readonly kind: 'channel' | 'journey';
  /** `email`, `wecom` or `sms`; null for a journey. */
  readonly channel: string | null;
  /** Null for a channel. */
  readonly journey: { readonly id: string; readonly name: string } | null;
  readonly sinceReal: string;
  /** Sends in the ten minutes before, and how many of them failed. */
  readonly tries: number;
  readonly faults: number;
  /** What the last failure said, as the provider said it. */
  readonly lastFault: string;
  /** When a message will try the channel again; null for a journey, which a person resumes. */
  readonly tryAtReal: string | null;
}
