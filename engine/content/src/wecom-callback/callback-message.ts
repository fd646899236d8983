import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';

/** One message of a callback: its fields as WeCom names them, all of them texts (ids look like numbers and are not). */
export interface CallbackMessage {
  readonly fields: { readonly [name: string]: string };
  /** The options chosen on a card, by the key of their question. */
  readonly selections: { readonly [questionKey: string]: readonly string[] };
  /**
   * Equal for repeats of one message and for nothing else. WeCom's own key (sender and second) is the same for two
   * customers who come in the same second, hence this one, over the whole text.
   */
  readonly dedupeKey: string;
}

const LONGEST_XML = 1_000_000;

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  trimValues: true,
  processEntities: { enabled: true, maxTotalExpansions: 1_000, maxExpandedLength: LONGEST_XML },
  isArray: (name) => name === 'SelectedItem' || name === 'OptionId',
});

/** The sealed part of a callback's body, or null if the body is no such thing. */
export function readEncryptedBody(xml: string): string | null {
  const encrypted = fieldsOf(xml)?.['Encrypt'];
  return typeof encrypted === 'string' && encrypted !== '' ? encrypted : null;
}

/** Reads an opened callback. Null if it is not the XML WeCom sends. */
export function readCallbackMessage(xml: string): CallbackMessage | null {
  const root = fieldsOf(xml);
  if (root === null) return null;
  const fields = Object.fromEntries(Object.entries(root).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));
  return { fields, selections: selectionsOf(root['SelectedItems']), dedupeKey: createHash('sha256').update(xml).digest('hex') };
}

function fieldsOf(xml: string): Record<string, unknown> | null {
  // No document type, so no entities of a stranger's making.
  if (xml.length > LONGEST_XML || /<!(?:DOCTYPE|ENTITY)/i.test(xml)) return null;
  try {
    const root: unknown = parser.parse(xml)?.xml;
    return isRecord(root) ? root : null;
  } catch {
    return null;
  }
}

function selectionsOf(value: unknown): Record<string, string[]> {
  const items = isRecord(value) && Array.isArray(value['SelectedItem']) ? value['SelectedItem'] : [];
  return Object.fromEntries(
    items.filter(isRecord).map((item) => {
      const options = isRecord(item['OptionIds']) ? item['OptionIds']['OptionId'] : [];
      return [String(item['QuestionKey'] ?? ''), Array.isArray(options) ? options.map(String) : []];
    }),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
