import { parsedConfig } from '../machine/parsed-config.ts';
import { programSettings } from '../machine/program-settings.ts';
import type { Cursor, Instant, LeadView, NodeId, Program, ProgramNode } from '../model/index.ts';
import type { NodeDefinition, SimulatedAnswer } from '../nodes/define-node.ts';
import type { NodeTypes } from '../nodes/registry.ts';

/** What does not change between simulations of one program. */
export interface Laboratory {
  readonly nodeTypes: NodeTypes;
  readonly program: Program;
  /** IANA zone of the workspace. */
  readonly timeZone: string;
  /** The lead as the scoring of the workspace sees it at an instant; left out, points and intent stay as they are. */
  readonly rescore?: (lead: LeadView, now: Instant) => LeadView;
  /** Journeys that this one may call, by the name it calls them by. A call of any other is answered by the world. */
  readonly journeys?: { readonly [journey: string]: Program };
  /** What a disposition of an SDR does to the lead at once, by its key. */
  readonly dispositions?: { readonly [key: string]: { readonly stage?: string; readonly pool?: string } };
}

/** A step of the program with its type, and its config as the type wants it. */
export interface LaboratoryStep {
  readonly node: ProgramNode;
  readonly definition: NodeDefinition;
  readonly config: unknown;
}

/** The zone in which a program's dates are meant: the journey's own, else the workspace's. */
export function zoneOf({ program, timeZone }: Laboratory): string {
  return programSettings(program).timeZone ?? timeZone;
}

/** Looks up a step. Null if the program has none such or the installation has not its type. */
export function stepOf({ nodeTypes, program }: Laboratory, id: NodeId): LaboratoryStep | null {
  const node = program.nodes[id];
  const definition = node === undefined ? undefined : nodeTypes.get(node.kind);
  if (node === undefined || definition === undefined) return null;
  const parsed = parsedConfig(node, definition);
  return parsed.ok ? { node, definition, config: parsed.config } : null;
}

/** What may come of the effects and waits of the step where a lead is, as its type says. */
export function answersAt(laboratory: Laboratory, cursor: Cursor, runId: string): readonly SimulatedAnswer[] {
  const step = stepOf(laboratory, cursor.node);
  return step?.definition.simulate?.(step.config, { runId, cursor }).answers ?? [];
}
