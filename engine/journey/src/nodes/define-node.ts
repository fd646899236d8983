import type { z } from 'zod';
import type {
  Condition,
  Cursor,
  Diagnostic,
  Effect,
  EventPattern,
  Fact,
  Instant,
  JourneyDocument,
  JsonObject,
  LeadView,
  Locale,
  LocalText,
  Millis,
  NodeId,
  PortId,
  Sentence,
  Snapshot,
} from '../model/index.ts';
import type { JourneySettings } from '../schema/index.ts';
import type { SentenceTexts } from '../sentences/define-sentences.ts';
import type { EntryTrigger } from './entry-trigger.ts';

/** Groups of the palette; each has its colour on the canvas. */
export type Family = 'entry' | 'time' | 'logic' | 'act' | 'people' | 'end';

/** A way out of a node, as drawn. */
export interface Port {
  readonly id: PortId;
  readonly label: LocalText;
}

/** What a node type sees when it decides. `lead` already shows what earlier nodes of the same step have changed. */
export interface StepContext<Config> extends Snapshot {
  readonly node: NodeId;
  readonly config: Config;
  readonly cursor: Cursor;
  readonly settings: JourneySettings;
  /** Zone in which the lead's times of day are meant: lead, company, journey, workspace, in this order. */
  readonly leadZone: string;
}

/** What a node type may answer. `because` is read by people in the lead's trail. */
export type NodeStep =
  | {
      readonly go: PortId;
      readonly because: Sentence;
      readonly effects?: readonly Effect[];
      /** Kept as this node's outcome for later branches; the port if absent. */
      readonly outcome?: string;
      /** Kept beside the outcome. A `reason` (code and params) in it is shown to the SDR who gets the lead. */
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
  /** The time of compiling, for dates that are past; absent in tests of old drawings. */
  readonly now?: Instant;
  /** The workspace's zone. */
  readonly timeZone: string;
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
  readonly events?: readonly string[];
}

/** What a simulated world knows when it answers for a node. */
export interface SimulationContext {
  readonly runId: string;
  readonly cursor: Cursor;
}

/** One thing that may happen while a node performs or waits. The world sets `id` and `at` of an event when it happens. */
export interface SimulatedAnswer {
  readonly fact: Fact;
  /** How long after the directive it comes, as a rule. */
  readonly afterMs: Millis;
  /** How often it comes, 0 to 1. */
  readonly share: number;
  readonly label: LocalText;
}

/**
 * How a simulated world may answer. `performed` and `failed` answer a `perform` directive: their shares add up to 1.
 * Events answer a `wait`: their shares add up to at most 1, and for the rest nothing happens until the wait is over.
 */
export interface SimulatedAnswers {
  readonly answers: readonly SimulatedAnswer[];
}

/** How long a lead stays in a node before it leaves by a port; a null `max` has no limit. */
export interface Stay {
  readonly min: Millis;
  readonly max: Millis | null;
}

/** A way out that can be taken so many times per run. */
export interface Bound {
  readonly port: PortId;
  readonly times: number;
}

/** A condition under which a node leaves by a port. Ordered: the first that is true is taken. */
export interface Branch {
  readonly port: PortId;
  readonly condition: Condition;
}

/** A lead that may come in by time, and the zone in which its times of day are meant. */
export interface DueQuestion {
  readonly lead: LeadView;
  readonly now: Instant;
  readonly leadZone: string;
  /** Zone of the workspace, in which schedules are meant. */
  readonly timeZone: string;
}

/** Something that takes a lead to a node from wherever it is. */
export interface Interrupt {
  readonly events: readonly EventPattern[];
  readonly condition: Condition | null;
}

/** What a node type looks at, beyond its own config and the cursor. */
export interface NodeReads {
  /** Names of events; `'*'` for all. */
  readonly events?: readonly string[];
  readonly attributes?: readonly string[];
}

/**
 * One node type, described once: form, validation, sentence, execution and simulation all read this. The functions are
 * declared as methods so that a registry can hold definitions of every config; each is only ever handed a config its
 * own schema has parsed.
 */
export interface NodeDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly kind: string;
  readonly version: number;
  readonly family: Family;
  /** Name of a Tabler icon. */
  readonly icon: string;
  readonly title: LocalText;
  /** What the type is for, shown in the palette. */
  readonly help: LocalText;
  /** Config; the meta of its fields (`config-fields.ts`) drives the form: label, help, picker. */
  readonly config: Schema;
  /** A complete config, for docs and tests. */
  readonly example: z.input<Schema>;
  /** What the type says in a lead's trail, by code; each code begins with the kind and a dot. */
  readonly sentences?: SentenceTexts;
  ports(config: z.output<Schema>): readonly Port[];
  /** The step in one sentence, in the reader's language. */
  summary(config: z.output<Schema>, locale: Locale): string;
  /** For entries: what starts a run here. */
  entry?(config: z.output<Schema>): EntryTrigger;
  reads?(config: z.output<Schema>): NodeReads;
  /** Lead fields it changes, for the compiler's checks of readers and parallel writers. */
  writes?(config: z.output<Schema>): readonly string[];
  /** A marketing send needs consent for this channel and topic. */
  consent?(config: z.output<Schema>): { readonly channel: string; readonly topic: string | null } | null;
  check?(config: z.output<Schema>, context: CheckContext): readonly Diagnostic[];
  /** The lead arrives. */
  enter(context: StepContext<z.output<Schema>>): NodeStep;
  /** Something a wait or an effect asked for has come. Types that only pass leave it out. */
  resume?(context: StepContext<z.output<Schema>>, fact: Fact): NodeStep;
  /** The lead is taken away by a goal or exit condition while it rests here: what to tidy up. */
  leave?(context: StepContext<z.output<Schema>>): readonly Effect[];
  /** For types that perform or wait for events. */
  simulate?(config: z.output<Schema>, context: SimulationContext): SimulatedAnswers;
  /** How long a lead stays, by port; ports left out are left at once. For the compiler's checks of loops and durations. */
  stays?(config: z.output<Schema>): Readonly<Record<PortId, Stay>>;
  /** A way out that a run can take only so many times; loops through it are bounded. */
  bound?(config: z.output<Schema>): Bound;
  /** The conditions by which it branches, in order; other ports take the rest. For the compiler's checks of branches. */
  branches?(config: z.output<Schema>): readonly Branch[];
  /** The outcomes it may leave behind, if they are other than its ports. For pickers and the compiler. */
  outcomes?(config: z.output<Schema>): readonly string[];
  /** What takes a lead here from anywhere in the journey. */
  interrupt?(config: z.output<Schema>): Interrupt;
  /** For entries: whether a lead that is already in the workspace matches now; asked when a journey is published. */
  already?(config: z.output<Schema>, snapshot: Snapshot): boolean;
  /** For entries by what a lead is: whether it came in by a change from one view of it to the next. */
  crosses?(config: z.output<Schema>, before: LeadView, after: LeadView): boolean;
  /** For entries by time: when, after `now`, the lead comes in next; null for never, as far as is known. */
  due?(config: z.output<Schema>, asked: DueQuestion): Instant | null;
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
