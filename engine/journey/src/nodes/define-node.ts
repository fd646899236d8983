import type { z } from 'zod';
import type {
  Cursor,
  Diagnostic,
  Effect,
  EventPattern,
  Fact,
  Instant,
  JourneyDocument,
  JsonObject,
  Locale,
  LocalText,
  NodeId,
  PortId,
  Sentence,
  Snapshot,
} from '../model/index.ts';

/** Groups of the palette; each has its colour on the canvas. */
export type Family = 'entry' | 'time' | 'logic' | 'act' | 'people' | 'end';

/** A way out of a node, as drawn. */
export interface Port {
  readonly id: PortId;
  readonly label: LocalText;
}

/** What a node type sees when it decides. */
export interface StepContext<Config> extends Snapshot {
  readonly node: NodeId;
  readonly config: Config;
  readonly cursor: Cursor;
}

/** What a node type may answer. `because` is read by people in the lead's trail. */
export type NodeStep =
  | {
      readonly go: PortId;
      readonly because: Sentence;
      readonly effects?: readonly Effect[] /** Kept as this node's outcome for later branches. */;
      readonly outcome?: string;
      readonly detail?: JsonObject;
    }
  | {
      readonly wait: { readonly until: Instant | null; readonly events: readonly EventPattern[] };
      readonly because: Sentence;
      readonly effects?: readonly Effect[];
      readonly memory?: JsonObject;
    }
  | {
      readonly perform: { readonly effect: string; readonly queue: string };
      readonly because: Sentence;
      readonly effects?: readonly Effect[];
      readonly memory?: JsonObject;
    }
  | { readonly done: string; readonly because: Sentence; readonly effects?: readonly Effect[] };

/** What extra validation may look at besides the node's own config. */
export interface CheckContext {
  readonly node: NodeId;
  readonly document: JourneyDocument;
  /** Names that exist in the workspace; absent lists are not checked. */
  readonly known: WorkspaceNames;
}

/** What exists in the workspace, for reference checks and pickers. */
export interface WorkspaceNames {
  readonly templates?: readonly { readonly key: string; readonly channel: string; readonly name: string; readonly variables: readonly string[] }[];
  readonly fields?: readonly string[];
  readonly people?: readonly string[];
  readonly pools?: readonly string[];
  readonly topics?: readonly string[];
  readonly segments?: readonly string[];
  readonly journeys?: readonly string[];
}

/** How the simulated world may answer an effect or a wait of this node. */
export interface SimulatedAnswers {
  /** Facts a scripted or probabilistic world may give, with default shares that add up to 1. */
  readonly answers: readonly { readonly fact: Fact; readonly afterMs: number; readonly share: number; readonly label: LocalText }[];
}

/** One node type, described once: form, validation, sentence, execution and simulation all read this. */
export interface NodeDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly kind: string;
  readonly version: number;
  readonly family: Family;
  /** Name of a Tabler icon. */
  readonly icon: string;
  readonly title: LocalText;
  /** What the type is for, shown in the palette. */
  readonly help: LocalText;
  /** Config; `.meta({ hint })` of its fields drives the form (picker, duration, condition, …). */
  readonly config: Schema;
  readonly ports: (config: z.output<Schema>) => readonly Port[];
  /** The step in one sentence, in the reader's language. */
  readonly summary: (config: z.output<Schema>, locale: Locale) => string;
  readonly reads?: (config: z.output<Schema>) => { readonly events?: readonly string[]; readonly attributes?: readonly string[] };
  readonly writes?: (config: z.output<Schema>) => readonly string[];
  /** A marketing send needs consent for this channel and topic. */
  readonly consent?: (config: z.output<Schema>) => { readonly channel: string; readonly topic: string | null } | null;
  readonly check?: (config: z.output<Schema>, context: CheckContext) => readonly Diagnostic[];
  /** The lead arrives. */
  readonly enter: (context: StepContext<z.output<Schema>>) => NodeStep;
  /** Something a wait or an effect asked for has come. Types that only pass leave it out. */
  readonly resume?: (context: StepContext<z.output<Schema>>, fact: Fact) => NodeStep;
  readonly simulate?: (config: z.output<Schema>) => SimulatedAnswers;
}

/**
 * Declares a node type. The built-in types use it and have no other way in.
 * @throws TypeError if the kind is not kebab-case or the version is not a positive integer.
 */
export function defineNode<Schema extends z.ZodType>(definition: NodeDefinition<Schema>): NodeDefinition<Schema> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(definition.kind)) throw new TypeError(`Node kind "${definition.kind}" must be kebab-case.`);
  if (!Number.isInteger(definition.version) || definition.version < 1)
    throw new TypeError(`Version of node kind "${definition.kind}" must be a positive integer.`);
  return definition;
}
