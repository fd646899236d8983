/** A message template as data; the shape of a row of the `Template` table without ids. */
export interface DemoTemplate {
  /** Stable name used in journey documents. */
  readonly key: string;
  readonly channel: 'email' | 'wecom';
  readonly name: string;
  /** Liquid; empty for WeCom. */
  readonly subject: string;
  /** Email: MJML with Liquid. WeCom: plain text with Liquid. */
  readonly body: string;
}
