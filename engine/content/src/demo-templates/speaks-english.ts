/**
 * Liquid that sets `en` for leads who are known not to read Chinese. It stands at the head of each demo template, so
 * that one template serves both languages and a reader of the template sees how that is done.
 */
export const SPEAKS_ENGLISH =
  '{% assign language = lead.locale | default: "zh" | slice: 0, 2 %}{% if language == "zh" %}{% assign en = false %}{% else %}{% assign en = true %}{% endif %}';
