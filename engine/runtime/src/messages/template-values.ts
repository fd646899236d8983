import type { LeadView } from '@tendril/journey/model';

/** What a message's template may read: `lead`, `company`, `owner` and `workspace`. The preview and the send use the same. */
export interface TemplateValues {
  readonly lead: { readonly [field: string]: unknown };
  readonly company: LeadView['company'];
  readonly owner: { readonly id: string } | null;
  readonly workspace: { readonly name: string };
  readonly [name: string]: unknown;
}

/** The values of one lead for templates. */
export function templateValues(lead: LeadView, workspace: { readonly name: string; readonly locale: string }): TemplateValues {
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
