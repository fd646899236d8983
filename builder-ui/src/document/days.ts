import type { JourneyDocument, Millis, NodeId } from '@tendril/journey/model';
import { DAY } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { isEntry } from './ports-of.ts';

/** When a lead reaches a step, counted from coming in; `latest` is null where nothing limits it. */
export interface Arrival {
  readonly earliest: Millis;
  readonly latest: Millis | null;
}

interface Way {
  readonly to: NodeId;
  readonly min: Millis;
  readonly max: Millis | null;
}

/** All ways of a drawing by the step they begin at, with the time that the step's waits take. Switched-off steps take none. */
function waysOf(document: JourneyDocument, types: NodeTypes): ReadonlyMap<NodeId, readonly Way[]> {
  const stays = new Map(
    document.nodes.map((node) => {
      const definition = types.get(node.kind);
      const config = definition?.config.safeParse(node.config);
      const known = node.disabled !== true && config?.success === true ? definition?.stays?.(config.data as never) : undefined;
      return [node.id, known ?? {}] as const;
    }),
  );
  const ways = new Map<NodeId, Way[]>();
  for (const { from, port, to } of document.edges) {
    const { min, max } = stays.get(from)?.[port] ?? { min: 0, max: 0 };
    ways.set(from, [...(ways.get(from) ?? []), { to, min, max }]);
  }
  return ways;
}

/** Shortest times from the entries, by ways whose length is never negative. */
function earliestOf(document: JourneyDocument, ways: ReadonlyMap<NodeId, readonly Way[]>, types: NodeTypes): ReadonlyMap<NodeId, Millis> {
  const earliest = new Map<NodeId, Millis>(document.nodes.filter(({ kind }) => isEntry(kind, types)).map(({ id }) => [id, 0]));
  const queue = [...earliest.keys()];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const { to, min } of ways.get(id) ?? []) {
      const at = (earliest.get(id) ?? 0) + min;
      if (at >= (earliest.get(to) ?? Number.POSITIVE_INFINITY)) continue;
      earliest.set(to, at);
      queue.push(to);
    }
  }
  return earliest;
}

/** Longest times: steps are settled in the order of the ways; what a loop leads to has no limit. */
function latestOf(reached: ReadonlySet<NodeId>, ways: ReadonlyMap<NodeId, readonly Way[]>): ReadonlyMap<NodeId, Millis | null> {
  const open = new Map<NodeId, number>();
  for (const from of reached) for (const { to } of ways.get(from) ?? []) open.set(to, (open.get(to) ?? 0) + 1);
  const latest = new Map<NodeId, Millis | null>([...reached].filter((id) => !open.has(id)).map((id) => [id, 0]));
  const ready = [...latest.keys()];
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const here = latest.get(id) ?? null;
    for (const { to, max } of ways.get(id) ?? []) {
      const before = latest.get(to);
      const at = here === null || max === null || before === null ? null : Math.max(before ?? 0, here + max);
      latest.set(to, at);
      const left = (open.get(to) ?? 1) - 1;
      open.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const [id, left] of open) if (left > 0) latest.set(id, null);
  return latest;
}

/** When leads reach each step at the earliest and at the latest, from the waits as drawn. Steps that no entry leads to are left out. */
export function arrivalsOf(document: JourneyDocument, types: NodeTypes): ReadonlyMap<NodeId, Arrival> {
  const ways = waysOf(document, types);
  const earliest = earliestOf(document, ways, types);
  const latest = latestOf(new Set(earliest.keys()), ways);
  return new Map([...earliest].map(([id, at]) => [id, { earliest: at, latest: latest.get(id) ?? null }] as const));
}

/** One mark of the ruler beside the drawing: from `y` on (canvas pixels) leads are there on these days. */
export interface DayMark {
  readonly y: number;
  /** Whole days. */
  readonly from: number;
  /** Null where nothing limits it. */
  readonly to: number | null;
}

/** Steps closer than this, from top to top, stand in one row. */
const ROW_PX = 40;

/** The marks of the ruler: one per row of steps whose days differ from the row above. */
export function dayMarks(document: JourneyDocument, arrivals: ReadonlyMap<NodeId, Arrival>): readonly DayMark[] {
  const steps = document.nodes
    .flatMap(({ id, position }) => {
      const arrival = arrivals.get(id);
      return arrival === undefined ? [] : [{ y: position.y, ...arrival }];
    })
    .sort((a, b) => a.y - b.y);
  const rows: { y: number; earliest: Millis; latest: Millis | null }[] = [];
  for (const { y, earliest, latest } of steps) {
    const row = rows.at(-1);
    if (row === undefined || y - row.y >= ROW_PX) rows.push({ y, earliest, latest });
    else {
      row.earliest = Math.min(row.earliest, earliest);
      row.latest = row.latest === null || latest === null ? null : Math.max(row.latest, latest);
    }
  }
  const marks = rows.map(({ y, earliest, latest }) => ({
    y,
    from: Math.floor(earliest / DAY),
    to: latest === null ? null : Math.floor(latest / DAY),
  }));
  return marks.filter((mark, index) => {
    const above = marks[index - 1];
    return above === undefined || above.from !== mark.from || above.to !== mark.to;
  });
}
