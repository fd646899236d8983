import type { Db } from '@tendril/db';

/** A journey that names a segment. */
export interface SegmentUse {
  readonly id: string;
  readonly name: string;
  /** What is live goes by it, not only the draft. */
  readonly live: boolean;
}

interface Entry {
  readonly kind?: unknown;
  readonly config?: { readonly segment?: unknown };
}

/** The journeys that name segments, by the segment's name. Archived journeys let nobody in, so they do not count. */
export async function segmentUses(
  client: Pick<Db['client'], 'journey' | 'entryPoint'>,
  workspaceId: string,
): Promise<ReadonlyMap<string, readonly SegmentUse[]>> {
  const [journeys, points] = await Promise.all([
    client.journey.findMany({
      where: { workspaceId, status: { not: 'archived' } },
      select: { id: true, name: true, draft: true },
      orderBy: { name: 'asc' },
    }),
    client.entryPoint.findMany({ where: { workspaceId, trigger: 'segment' }, select: { journeyId: true, filter: true } }),
  ]);
  const uses = new Map<string, SegmentUse[]>();
  for (const { id, name, draft } of journeys) {
    const live = new Set(points.flatMap((point) => (point.journeyId === id ? [(point.filter as { segment?: unknown } | null)?.segment] : [])));
    const drawn = ((draft as { nodes?: readonly Entry[] } | null)?.nodes ?? []).flatMap(({ kind, config }) =>
      kind === 'entry-segment' ? [config?.segment] : [],
    );
    for (const segment of new Set([...live, ...drawn])) {
      if (typeof segment !== 'string') continue;
      uses.set(segment, [...(uses.get(segment) ?? []), { id, name, live: live.has(segment) }]);
    }
  }
  return uses;
}
