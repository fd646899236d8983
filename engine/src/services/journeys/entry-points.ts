import { Prisma } from '@tendril/db';
import type { NodeId, Program } from '@tendril/journey/model';
import { builtInNodeTypes, type EntryRules, type EntryTrigger } from '@tendril/journey/nodes';

/** A row of the table that intake reads: what starts a run at this entry. */
export interface EntryPointRow {
  readonly nodeId: NodeId;
  readonly trigger: EntryTrigger['on'];
  readonly eventName: string | null;
  /** Tests of the event's properties, or what a watcher has to look for. */
  readonly filter: Prisma.InputJsonValue | typeof Prisma.DbNull;
}

/** The entries of a program as rows. */
export function entryPointsOf(program: Program): readonly EntryPointRow[] {
  return program.entries.flatMap((nodeId) => {
    const trigger = triggerOf(program, nodeId);
    return trigger === null ? [] : [{ nodeId, ...columnsOf(trigger) }];
  });
}

/** What starts a run at an entry; null if this installation does not know its type. */
export function triggerOf(program: Program, nodeId: NodeId): EntryTrigger | null {
  const node = program.nodes[nodeId];
  const definition = node === undefined ? undefined : builtInNodeTypes.get(node.kind);
  const config = definition?.config.safeParse(node?.config);
  return config?.success === true ? (definition?.entry?.(config.data) ?? null) : null;
}

/** Whom an entry lets in; an entry of a type that has no rules lets everybody in. */
export function rulesOf(program: Program, entry: string): EntryRules {
  const node = program.nodes[entry];
  const parsed = node === undefined ? undefined : builtInNodeTypes.get(node.kind)?.config.safeParse(node.config);
  const config = parsed?.success === true ? (parsed.data as Partial<EntryRules>) : {};
  return { filter: config.filter ?? null, exclude: config.exclude ?? null };
}

function columnsOf(trigger: EntryTrigger): Omit<EntryPointRow, 'nodeId'> {
  const none = { eventName: null, filter: Prisma.DbNull };
  switch (trigger.on) {
    case 'event': {
      const { event, where = [] } = trigger.pattern;
      return { trigger: trigger.on, eventName: event, filter: where.length === 0 ? Prisma.DbNull : (where as unknown as Prisma.InputJsonValue) };
    }
    case 'lead-created':
    case 'manual':
      return { trigger: trigger.on, ...none };
    default:
      return { trigger: trigger.on, ...none, filter: trigger.detail as Prisma.InputJsonObject };
  }
}
