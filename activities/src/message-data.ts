import type { TemplateData } from '@tendril/content/templates';
import type { ClaimedMessage } from '@tendril/runtime';

/** What a message's template may read of the lead it is for. */
export function messageData({ lead, workspace }: ClaimedMessage): TemplateData {
  return {
    lead: {
      ...lead.attributes,
      id: lead.id,
      stage: lead.stage,
      pool: lead.pool,
      grade: lead.grade,
      score: Math.round(lead.score.total),
      locale: lead.locale ?? workspace.locale,
      tags: Object.keys(lead.tags),
    },
    company: lead.company,
    owner: lead.owner === null ? null : { id: lead.owner },
    workspace: { name: workspace.name },
  };
}
