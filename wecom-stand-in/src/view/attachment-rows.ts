import type { AttachmentRow } from './phones-view.ts';

/** Attachments as the phones show them. */
export function attachmentRows(attachments: readonly Readonly<Record<string, unknown>>[]): readonly AttachmentRow[] {
  return attachments.map((attachment) => {
    const kind = String(attachment['msgtype']);
    const content = new Map(Object.entries(Object(attachment[kind])));
    const url = content.get('url');
    const label = content.get('title') ?? content.get('media_id') ?? kind;
    return { kind, label: String(label), url: typeof url === 'string' && /^https?:\/\//i.test(url) ? url : null };
  });
}
