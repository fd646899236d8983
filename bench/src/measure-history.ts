import { workflowIdOf } from '@tendril/journey/wire';
import { createStandIn } from '@tendril/wecom-stand-in';
import { costOf, type HistoryCost, outlineOf } from './history-cost.ts';
import { publishDocument } from './publish-document.ts';
import { enrolLeads, makeLeads, playPeople, prepare } from './reference-run.ts';
import { referenceSop } from './reference-sop.ts';
import { startStack } from './stack.ts';

const LEADS = 10;
/** A day of the workspace takes two real seconds. */
const FACTOR = 43_200;

/** Runs the reference SOP for some leads on real services and reads what it cost per lead back from Temporal. */
export async function measureHistory({ outline = false }: { outline?: boolean } = {}): Promise<HistoryCost> {
  await using stack = await startStack({ factor: FACTOR });
  await using standIn = await createStandIn({ dispatchMs: 0 });
  await prepare(stack, standIn);
  const journeyId = await publishDocument(stack.db, stack.workspaceId, referenceSop);
  const runIds = await enrolLeads(stack, await makeLeads(stack, standIn, LEADS), journeyId);
  await stack.startWorker();
  await playPeople(stack, standIn, journeyId);

  const histories = await Promise.all(runIds.map((runId) => stack.temporal.workflow.getHandle(workflowIdOf(runId)).fetchHistory()));
  const [first] = histories;
  if (outline && first !== undefined) for (const line of outlineOf(first)) process.stdout.write(`  ${line}\n`);
  const costs = histories.map(costOf);
  const mean = (of: (cost: HistoryCost) => number): number => Math.round((costs.reduce((sum, cost) => sum + of(cost), 0) / costs.length) * 10) / 10;
  return { events: mean((cost) => cost.events), bytes: Math.round(mean((cost) => cost.bytes)), actions: mean((cost) => cost.actions) };
}
