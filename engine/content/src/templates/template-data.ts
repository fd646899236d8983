/**
 * What a template may read, by name: `lead` (the fields of the lead, free attributes among them), `company` and
 * `owner` where known. Names of our own (`unsubscribe_url`) are added at rendering and win.
 */
export interface TemplateData {
  readonly lead: TemplateFields;
  readonly company?: TemplateFields | null;
  readonly owner?: TemplateFields | null;
  readonly [name: string]: unknown;
}

/** Fields by name; values are JSON. */
export interface TemplateFields {
  readonly [field: string]: unknown;
}

const LONGEST_TEXT = 20_000;
const LONGEST_LIST = 500;
const DEEPEST = 8;

/**
 * A copy of the data small enough to render: Liquid's own limits do not stop a filter that works on one huge text.
 * Texts are cut, long lists lose their end, anything nested deeper than 8 levels is left out.
 */
export function boundedData(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? null : value;
  if (value instanceof Date) return value;
  if (depth >= DEEPEST) return null;
  if (Array.isArray(value)) return value.slice(0, LONGEST_LIST).map((item) => boundedData(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, boundedData(inner, depth + 1)]));
}
