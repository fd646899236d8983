import type { LocalText } from '@tendril/journey/model';
import type { DeskService } from '../ports.ts';
import type { DeskParts } from './desk-parts.ts';
import { listInbox } from './list-inbox.ts';
import { readHandoff } from './read-handoff.ts';
import { acceptHandoff, disposeHandoff, saveNotes } from './work-handoff.ts';

/** The SDR's desk: the inbox, one hand-off, and what an SDR does with it. */
export function createDeskService(parts: DeskParts): DeskService {
  return {
    inbox: (caller, input) => listInbox(parts, caller, input),
    get: (caller, input) => readHandoff(parts, caller, input),
    accept: (caller, input) => acceptHandoff(parts, caller, input),
    saveNotes: (caller, input) => saveNotes(parts, caller, input),
    dispose: (caller, input) => disposeHandoff(parts, caller, input),
    dispositions: async ({ workspaceId }) => {
      const rows = await parts.db.client.disposition.findMany({ where: { workspaceId, enabled: true }, orderBy: { order: 'asc' } });
      return rows.map(({ key, name, consequence, group, order }) => ({
        key,
        name: name as unknown as LocalText,
        consequence: consequence as unknown as LocalText,
        group,
        order,
      }));
    },
  };
}
