import type { DocumentNode, JourneyDocument, Json, JsonObject, NodeId } from '@tendril/journey/model';
import type { FieldHint, NodeTypes } from '@tendril/journey/nodes';
import { formFieldsOf } from '../../inspector/form-fields.ts';

/** What a step may name that exists outside of it: in the workspace, or elsewhere in the journey. */
export type NameKind =
  | 'template-email'
  | 'template-wecom'
  | 'template-sms'
  | 'topic'
  | 'pool'
  | 'people'
  | 'segment'
  | 'journey'
  | 'lead-field'
  | 'step';

const HINTED: readonly FieldHint[] = [
  ...(['template-email', 'template-wecom', 'template-sms', 'topic', 'pool', 'people', 'segment', 'journey', 'lead-field'] as const),
];

/** Answers the name to write in the place of one. */
export type Rename = (kind: NameKind, name: string) => string;

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name, or a list of names. */
function renameValue(kind: NameKind, value: Json, rename: Rename): Json {
  if (typeof value === 'string') return value === '' ? value : rename(kind, value);
  return Array.isArray(value) ? value.map((item) => renameValue(kind, item, rename)) : value;
}

/** Fields of leads and other steps that conditions look at, wherever they stand in a config. */
function renameSubjects(value: Json, rename: Rename): Json {
  if (Array.isArray(value)) return value.map((item) => renameSubjects(item, rename));
  if (!isObject(value)) return value;
  const { of } = value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (typeof part === 'string' && key === 'field' && of === 'attribute') return [key, rename('lead-field', part)];
      if (typeof part === 'string' && key === 'node') return [key, rename('step', part)];
      return [key, renameSubjects(part, rename)];
    }),
  );
}

const renameItems = (value: Json, rename: Rename): Json =>
  Array.isArray(value)
    ? value.map((item) =>
        isObject(item) && typeof item['template'] === 'string' ? { ...item, template: rename('template-email', item['template']) } : item,
      )
    : value;

/** A step's config with every name put through `rename`. */
export function renameIn(node: DocumentNode, types: NodeTypes, rename: Rename): JsonObject {
  const definition = types.get(node.kind);
  const fields = new Map((definition === undefined ? [] : formFieldsOf(definition)).map(({ key, hint }) => [key, hint] as const));
  const config = Object.entries(node.config).map(([key, value]): [string, Json] => {
    const hint = fields.get(key);
    if (hint === 'content-items') return [key, renameItems(value, rename)];
    return [key, hint !== undefined && HINTED.includes(hint) ? renameValue(hint as NameKind, value, rename) : value];
  });
  return renameSubjects(Object.fromEntries(config), rename) as JsonObject;
}

/** A name that exists nowhere here, with the steps that use it. */
export interface MissingName {
  readonly kind: NameKind;
  readonly name: string;
  readonly steps: readonly NodeId[];
}

/** Names that exist, per kind; kinds left out are not looked at. */
export type ExistingNames = Partial<Readonly<Record<NameKind, readonly string[]>>>;

/** The names that steps use and nobody here knows. */
export function missingNames(nodes: readonly DocumentNode[], types: NodeTypes, existing: ExistingNames): readonly MissingName[] {
  const missing = new Map<string, MissingName>();
  for (const node of nodes) {
    renameIn(node, types, (kind, name) => {
      const known = existing[kind];
      if (known !== undefined && !known.includes(name)) {
        const key = nameKey(kind, name);
        const before = missing.get(key)?.steps ?? [];
        missing.set(key, { kind, name, steps: before.includes(node.id) ? before : [...before, node.id] });
      }
      return name;
    });
  }
  return [...missing.values()];
}

/** Identifies a name among others of all kinds. */
export const nameKey = (kind: NameKind, name: string): string => `${kind} ${name}`;

/** Writes other names into steps: `to` holds the new one per `nameKey`. */
export function mapNames(document: JourneyDocument, ids: readonly NodeId[], to: ReadonlyMap<string, string>, types: NodeTypes): JourneyDocument {
  const nodes = document.nodes.map((node) => {
    if (!ids.includes(node.id)) return node;
    const config = renameIn(node, types, (kind, name) => to.get(nameKey(kind, name)) ?? name);
    return JSON.stringify(config) === JSON.stringify(node.config) ? node : { ...node, config };
  });
  return nodes.every((node, index) => node === document.nodes[index]) ? document : { ...document, nodes };
}
