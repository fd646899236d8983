import type { MessageService } from '../ports.ts';
import { listMessages } from './list-messages.ts';
import type { MessageParts } from './message-parts.ts';
import { previewTemplate } from './preview-template.ts';
import { listTemplates, saveTemplate } from './templates.ts';

/** The message ledger and the templates. */
export function createMessageService(parts: MessageParts): MessageService {
  return {
    list: (caller, input) => listMessages(parts, caller, input),
    templates: (caller) => listTemplates(parts, caller),
    saveTemplate: (caller, input) => saveTemplate(parts, caller, input),
    previewTemplate: (caller, input) => previewTemplate(parts, caller, input),
  };
}
