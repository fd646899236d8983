import { describeTemplateProblem, templateVariables } from '@tendril/content/templates';
import type { TemplateRow } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import type { MessageParts } from './message-parts.ts';
import { previewTemplate } from './preview-template.ts';

/** The templates of the workspace, by channel and name. */
export async function listTemplates({ db }: Pick<MessageParts, 'db'>, { workspaceId }: Caller): Promise<readonly TemplateRow[]> {
  const templates = await db.client.template.findMany({ where: { workspaceId }, orderBy: [{ channel: 'asc' }, { name: 'asc' }] });
  return templates.map(({ key, channel, name, subject, body, updatedAt }) => ({
    key,
    channel: channel as TemplateRow['channel'],
    name,
    subject,
    body,
    variables: templateVariables(subject, body),
    updatedAt: updatedAt.toISOString(),
  }));
}

/** A template as its form sends it. */
export interface TemplateInput {
  readonly key: string;
  readonly channel: 'email' | 'wecom';
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

/**
 * Makes or changes a template. Journeys that use it send the new words from now on. One that cannot be rendered is not
 * saved: it would fail in front of a lead.
 * @throws UserError `template.broken` or `template.channel-fixed`
 */
export async function saveTemplate(parts: MessageParts, caller: Caller, input: TemplateInput): Promise<void> {
  const { workspaceId } = caller;
  const { key, channel, name, subject, body } = input;
  const known = await parts.db.client.template.findUnique({ where: { workspaceId_key: { workspaceId, key } } });
  if (known !== null && known.channel !== channel) throw new UserError('template.channel-fixed', { key, channel: known.channel }, 'CONFLICT');
  const { problems } = await previewTemplate(parts, caller, { channel, subject, body });
  if (problems[0] !== undefined) throw new UserError('template.broken', { problem: describeTemplateProblem(problems[0]) });
  await parts.db.client.$transaction(async (tx) => {
    await tx.template.upsert({
      where: { workspaceId_key: { workspaceId, key } },
      create: { workspaceId, key, channel, name, subject, body },
      update: { name, subject, body },
    });
    await recordDeed(tx, { caller, action: known === null ? 'template.created' : 'template.changed', subjectType: 'template', subjectId: key });
  });
}
