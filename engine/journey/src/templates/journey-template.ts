import type { DocumentEdge, DocumentNode, JourneyDocument, JsonObject, Locale, LocalText, NodeId, PortId } from '../model/index.ts';
import { builtInNodeTypes } from '../nodes/built-in.ts';
import { emptyDocument, settingsSchema } from '../schema/index.ts';
import { layOut } from './lay-out.ts';

/** A text in both languages, Chinese first. */
export type Words = readonly [zh: string, en: string];

/** A step of a template. */
export interface TemplateStep {
  readonly kind: string;
  readonly name: Words;
  /** Texts for people are given as words. */
  readonly config?: JsonObject | ((say: (...words: Words) => string) => JsonObject);
  /** Where its ports lead; a bare id is the port `next`. */
  readonly to?: NodeId | { readonly [port: PortId]: NodeId };
}

/** A journey for the gallery. Drawn in the reader's language, then it is theirs to change. */
export interface JourneyTemplate {
  /** Stable name; other templates call this one by it. */
  readonly key: string;
  readonly title: LocalText;
  /** What it is for, in one or two sentences. */
  readonly summary: LocalText;
  readonly settings?: JsonObject;
  readonly steps: { readonly [id: NodeId]: TemplateStep };
}

/** How to draw a template. */
export interface DrawOptions {
  readonly locale: Locale;
  /** Ids of the journeys that stand for other templates, by template key; calls of others keep the key, and the compiler asks. */
  readonly journeys?: { readonly [templateKey: string]: string };
}

/** Draws a template as a journey document. */
export function drawTemplate({ title, settings = {}, steps }: JourneyTemplate, { locale, journeys = {} }: DrawOptions): JourneyDocument {
  const pick = (...[zh, en]: Words) => (locale === 'zh-CN' ? zh : en);
  const edges = Object.entries(steps).flatMap(([from, { to = {} }]) =>
    Object.entries(typeof to === 'string' ? { next: to } : to).map(([port, target]): DocumentEdge => ({ from, port, to: target })),
  );
  const places = layOut(Object.keys(steps), edges);
  const nodes = Object.entries(steps).map(([id, { kind, name, config = {} }]): DocumentNode => {
    const written = typeof config === 'function' ? config(pick) : config;
    const position = places.get(id) ?? { x: 0, y: 0 };
    return { id, kind, version: builtInNodeTypes.get(kind)?.version ?? 1, name: pick(...name), config: withJourney(written, journeys), position };
  });
  return { ...emptyDocument(title[locale]), settings: settingsSchema.parse(settings) as JsonObject, nodes, edges };
}

function withJourney(config: JsonObject, journeys: NonNullable<DrawOptions['journeys']>): JsonObject {
  const called = config['journey'];
  const id = typeof called === 'string' && Object.hasOwn(journeys, called) ? journeys[called] : undefined;
  return id === undefined ? config : { ...config, journey: id };
}

/** Keys of the templates that a template calls. */
export function calledTemplates({ steps }: JourneyTemplate): readonly string[] {
  const called = Object.values(steps).flatMap(({ kind, config }) => {
    const journey = kind === 'sub-journey' && typeof config === 'object' ? config['journey'] : undefined;
    return typeof journey === 'string' ? [journey] : [];
  });
  return [...new Set(called)];
}
