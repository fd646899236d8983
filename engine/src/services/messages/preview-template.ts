import { footerLocale, renderEmail, renderWecom, type TemplateData, type TemplateProblem } from '@tendril/content/templates';
import { madeUpLead, templateValues } from '@tendril/runtime';
import { callerLocale } from '../caller-locale.ts';
import { findLead } from '../leads/find-lead.ts';
import type { Caller } from '../ports.ts';
import type { MessageParts } from './message-parts.ts';

/** A template that is being written. */
export interface PreviewInput {
  readonly channel: 'email' | 'wecom';
  readonly subject: string;
  readonly body: string;
  /** Whose values to fill in; a made-up lead's if absent. */
  readonly leadId?: string | undefined;
}

/** A rendered template, or what is wrong with it. `problems` keep it from being sent. */
export interface Preview {
  readonly subject: string;
  readonly html: string | null;
  readonly text: string;
  readonly problems: readonly TemplateProblem[];
}

/** Renders by the very code that sends, with links that lead nowhere. */
export async function previewTemplate(parts: MessageParts, caller: Caller, { channel, subject, body, leadId }: PreviewInput): Promise<Preview> {
  const data = await dataFor(parts, caller, leadId);
  if (channel === 'wecom') {
    const rendered = renderWecom(body, data);
    if (rendered.ok) return { subject: '', html: null, text: rendered.text, problems: [] };
    return { subject: '', html: null, text: '', problems: [rendered.problem] };
  }
  const { locale } = data.lead;
  const links = { unsubscribeUrl: `${parts.publicUrl}/u/preview`, click: null, openPixelUrl: null };
  const rendered = await renderEmail({ subject, body }, { data, locale: footerLocale(typeof locale === 'string' ? locale : null), links });
  if (rendered.ok) return { subject: rendered.subject, html: rendered.html, text: rendered.text, problems: [] };
  return { subject: '', html: null, text: '', problems: rendered.problems };
}

async function dataFor({ db, runtime }: MessageParts, caller: Caller, leadId: string | undefined): Promise<TemplateData> {
  const { workspaceId } = caller;
  const workspace = await db.client.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { name: true, locale: true } });
  if (leadId === undefined) return templateValues(madeUpLead(await callerLocale(db, caller)), workspace);
  const { id } = await findLead(db, caller, leadId);
  const lead = await runtime.snapshot({ workspaceId, leadId: id });
  return templateValues(lead ?? madeUpLead(await callerLocale(db, caller)), workspace);
}
