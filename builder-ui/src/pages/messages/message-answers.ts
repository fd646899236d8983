import type { Answers } from '../../api/trpc.ts';

export type MessageRow = Answers['messages']['list']['rows'][number];
export type Template = Answers['messages']['templates'][number];
export type TemplatePreview = Answers['messages']['previewTemplate'];

/** States of a message, in the order it goes through them. */
export const STATUSES = ['planned', 'held', 'sending', 'sent', 'failed', 'unknown', 'skipped'] as const;
export const CHANNELS = ['email', 'wecom', 'sms'] as const;
