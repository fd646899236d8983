import type { Sentence } from '@tendril/journey/model';
import type { Work } from '../work/work.ts';

/** Notes why an entry's rules did not let a locked lead in; the newest reason per journey and lead is kept. */
export async function noteRefusal(
  { tx, workspace, now }: Work,
  refusal: { readonly journeyId: string; readonly leadId: string; readonly nodeId: string; readonly because: Sentence },
): Promise<void> {
  const { journeyId, leadId, nodeId, because } = refusal;
  const said = { nodeId, because: { ...because }, at: new Date(now) };
  await tx.entryRefusal.upsert({
    where: { journeyId_leadId: { journeyId, leadId } },
    create: { workspaceId: workspace.id, journeyId, leadId, ...said },
    update: said,
  });
}

/** Forgets why a lead did not come in, for it is in now. */
export async function forgetRefusal({ tx }: Work, { journeyId, leadId }: { readonly journeyId: string; readonly leadId: string }): Promise<void> {
  await tx.entryRefusal.deleteMany({ where: { journeyId, leadId } });
}
