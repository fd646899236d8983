import { compile } from '@tendril/journey/compile';
import type { Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { planPublish } from '@tendril/journey/versions';
import type { PublishPlanView } from '../../api/publishing-views.ts';
import { findJourney } from '../journeys/find-journey.ts';
import type { JourneyParts } from '../journeys/journey-parts.ts';
import type { Caller } from '../ports.ts';

/** What publishing the draft would mean for the leads inside. Null while there is no live version, or the draft does not compile. */
export async function readPlan({ db }: Pick<JourneyParts, 'db'>, caller: Caller, { id }: { id: string }): Promise<PublishPlanView | null> {
  const { client } = db;
  const { draft, liveVersion } = await findJourney(db, caller, id);
  const compiled = compile(draft, { nodeTypes: builtInNodeTypes });
  if (liveVersion === null || !compiled.ok) return null;
  const groups = await client.run.groupBy({ by: ['version', 'nodeId'], where: { journeyId: id, status: 'running' }, _count: { _all: true } });
  const inside = groups.map(({ version, nodeId, _count }) => ({ version, node: nodeId ?? '', here: _count._all }));
  const numbers = [...new Set([liveVersion, ...inside.map(({ version }) => version)])];
  const rows = await client.journeyVersion.findMany({ where: { journeyId: id, number: { in: numbers } }, select: { number: true, program: true } });
  // Written by the compiler alone.
  const versions = new Map(rows.map(({ number, program }) => [number, program.program as unknown as Program]));
  const plan = planPublish({ nodeTypes: builtInNodeTypes, versions, inside, to: compiled.program });
  return { ...plan, inside: inside.reduce((sum, { here }) => sum + here, 0) };
}
