import type { DocumentNode, JourneyDocument, Json, JsonObject, Locale, LocalText, NodeId, PortId, Sentence } from '../model/index.ts';
import { portsOf } from '../nodes/read-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';
import { settingsSchema } from '../schema/index.ts';
import { defineSentences } from '../sentences/define-sentences.ts';
import { canonicalJson } from './canonical-json.ts';
import { settingInWords } from './setting-in-words.ts';
import { metaOf, valueInWords } from './value-in-words.ts';

const { texts, say } = defineSentences({
  'diff.renamed-journey': { 'zh-CN': '旅程改名：「{{before}}」→「{{after}}」', en: 'Journey renamed: “{{before}}” → “{{after}}”' },
  'diff.added': { 'zh-CN': '新增步骤「{{step}}」（{{type}}）', en: 'Added the step “{{step}}” ({{type}})' },
  'diff.removed': { 'zh-CN': '移除步骤「{{step}}」（{{type}}）', en: 'Removed the step “{{step}}” ({{type}})' },
  'diff.renamed': { 'zh-CN': '步骤改名：「{{before}}」→「{{after}}」', en: 'Step renamed: “{{before}}” → “{{after}}”' },
  'diff.replaced': { 'zh-CN': '「{{step}}」的类型：{{before}} → {{after}}', en: 'Type of “{{step}}”: {{before}} → {{after}}' },
  'diff.disabled': { 'zh-CN': '停用「{{step}}」', en: 'Switched off “{{step}}”' },
  'diff.enabled': { 'zh-CN': '启用「{{step}}」', en: 'Switched on “{{step}}”' },
  'diff.configured': { 'zh-CN': '「{{step}}」的{{field}}：{{before}} → {{after}}', en: '{{field}}: {{before}} → {{after}} on “{{step}}”' },
  'diff.connected': { 'zh-CN': '「{{step}}」的出口「{{port}}」连到「{{after}}」', en: '“{{port}}” of “{{step}}” now leads to “{{after}}”' },
  'diff.disconnected': {
    'zh-CN': '「{{step}}」的出口「{{port}}」不再连到「{{before}}」',
    en: '“{{port}}” of “{{step}}” no longer leads to “{{before}}”',
  },
  'diff.reconnected': {
    'zh-CN': '「{{step}}」的出口「{{port}}」：「{{before}}」→「{{after}}」',
    en: '“{{port}}” of “{{step}}” leads to “{{after}}” instead of “{{before}}”',
  },
  'diff.setting': { 'zh-CN': '旅程设置「{{field}}」：{{before}} → {{after}}', en: 'Journey setting “{{field}}”: {{before}} → {{after}}' },
});

/** What a comparison says. */
export const diffTexts = texts;

/** One difference in meaning between two versions of a journey. Names and values in the sentence are in the reader's language. */
export interface Change {
  /** The step that has changed; absent for changes of the whole journey. */
  readonly node?: NodeId;
  readonly sentence: Sentence;
}

/** How to compare: with which types, and for whom. */
export interface DiffOptions {
  readonly nodeTypes: NodeTypes;
  readonly locale: Locale;
}

/** A version with its steps and ways by id. */
interface Version {
  readonly document: JourneyDocument;
  readonly nodes: ReadonlyMap<NodeId, DocumentNode>;
  readonly ways: ReadonlyMap<NodeId, ReadonlyMap<PortId, NodeId>>;
}

interface Comparison extends DiffOptions {
  readonly before: Version;
  readonly after: Version;
}

/**
 * What has changed for leads from one version to another. Positions, notes, groups and the order of lists are presentation and
 * are passed over. Steps are compared by id. First the journey, then its steps in the order of the newer version.
 */
export function diff(before: JourneyDocument, after: JourneyDocument, options: DiffOptions): readonly Change[] {
  const compared: Comparison = { ...options, before: versionOf(before), after: versionOf(after) };
  const kept = after.nodes.flatMap((node) => {
    const earlier = compared.before.nodes.get(node.id);
    return earlier === undefined ? [change(node.id, say('diff.added', typed(node, compared)))] : stepChanges(earlier, node, compared);
  });
  const removed = before.nodes
    .filter(({ id }) => !compared.after.nodes.has(id))
    .map((node) => change(node.id, say('diff.removed', typed(node, compared))));
  return [...journeyChanges(compared), ...kept, ...removed];
}

function journeyChanges(compared: Comparison): readonly Change[] {
  const [before, after] = [compared.before.document, compared.after.document];
  const renamed = before.name === after.name ? [] : [{ sentence: say('diff.renamed-journey', { before: before.name, after: after.name }) }];
  const [old, now] = [wholeSettings(before), wholeSettings(after)];
  const settings = changedKeys(old, now).map((key) => {
    const { label, value } = settingInWords(key, compared.locale);
    return { sentence: say('diff.setting', { field: label, before: value(old[key]), after: value(now[key]) }) };
  });
  return [...renamed, ...settings];
}

/** With all defaults, so that writing one out is no change. */
function wholeSettings({ settings }: JourneyDocument): JsonObject {
  const parsed = settingsSchema.safeParse(settings);
  return parsed.success ? (parsed.data as JsonObject) : settings;
}

function stepChanges(old: DocumentNode, now: DocumentNode, compared: Comparison): readonly Change[] {
  const { id } = now;
  const found: Sentence[] = [];
  const step = called(now, compared);
  if (old.name !== now.name) found.push(say('diff.renamed', { before: called(old, compared), after: step }));
  if (old.kind !== now.kind) found.push(say('diff.replaced', { step, before: typed(old, compared).type, after: typed(now, compared).type }));
  if ((old.disabled ?? false) !== (now.disabled ?? false)) found.push(say(now.disabled === true ? 'diff.disabled' : 'diff.enabled', { step }));
  if (old.kind === now.kind) found.push(...configChanges(old, now, compared));
  return [...found, ...edgeChanges(now, compared)].map((sentence) => change(id, sentence));
}

/** Defaults that one version writes out and the other leaves out are no change. */
function configChanges(old: DocumentNode, now: DocumentNode, compared: Comparison): readonly Sentence[] {
  const { nodeTypes, locale } = compared;
  const definition = nodeTypes.get(now.kind);
  const whole = (config: JsonObject): JsonObject => {
    const parsed = definition?.config.safeParse(config);
    return parsed?.success === true ? (parsed.data as JsonObject) : config;
  };
  const [before, after] = [whole(old.config), whole(now.config)];
  return changedKeys(before, after).map((key) => {
    const meta = metaOf(definition, key);
    const words = (value: Json | undefined) => valueInWords(value, meta, locale);
    return say('diff.configured', {
      step: called(now, compared),
      field: meta.label?.[locale] ?? key,
      before: words(before[key]),
      after: words(after[key]),
    });
  });
}

function edgeChanges(now: DocumentNode, compared: Comparison): readonly Sentence[] {
  const { before, after } = compared;
  const [oldWays, newWays] = [before.ways.get(now.id), after.ways.get(now.id)];
  const ports = [...new Set([...(oldWays?.keys() ?? []), ...(newWays?.keys() ?? [])])];
  return ports.flatMap((port): Sentence[] => {
    const [from, to] = [oldWays?.get(port), newWays?.get(port)];
    if (from === to) return [];
    const words = { step: called(now, compared), port: portInWords(now, port, compared) };
    if (to === undefined) return [say('diff.disconnected', { ...words, before: targetIn(before, from, compared) })];
    if (from === undefined) return [say('diff.connected', { ...words, after: targetIn(after, to, compared) })];
    return [say('diff.reconnected', { ...words, before: targetIn(before, from, compared), after: targetIn(after, to, compared) })];
  });
}

function targetIn({ nodes }: Version, id: NodeId | undefined, options: DiffOptions): string {
  const node = id === undefined ? undefined : nodes.get(id);
  return node === undefined ? (id ?? '–') : called(node, options);
}

function changedKeys(before: JsonObject, after: JsonObject): readonly string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keys.filter((key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null));
}

function versionOf(document: JourneyDocument): Version {
  const ways = new Map<NodeId, Map<PortId, NodeId>>();
  for (const { from, port, to } of document.edges) ways.set(from, (ways.get(from) ?? new Map<PortId, NodeId>()).set(port, to));
  return { document, nodes: new Map(document.nodes.map((node) => [node.id, node])), ways };
}

function titleOf({ kind }: DocumentNode, { nodeTypes }: DiffOptions): LocalText {
  return nodeTypes.get(kind)?.title ?? { 'zh-CN': kind, en: kind };
}

function called(node: DocumentNode, options: DiffOptions): string {
  return node.name === '' ? titleOf(node, options)[options.locale] : node.name;
}

function typed(node: DocumentNode, options: DiffOptions): { readonly step: string; readonly type: string } {
  return { step: called(node, options), type: titleOf(node, options)[options.locale] };
}

function portInWords(node: DocumentNode, port: PortId, { nodeTypes, locale }: DiffOptions): string {
  return portsOf(nodeTypes, node).find(({ id }) => id === port)?.label[locale] ?? port;
}

function change(node: NodeId, sentence: Sentence): Change {
  return { node, sentence };
}
