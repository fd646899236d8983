import type { Sentence } from '@tendril/journey/model';
import { importRemarks } from '../../sentences/import-remarks.ts';
import type { LeadDraft } from './read-lead.ts';

const { say } = importRemarks;

/** Which line of the file was the first with a phone number or an address. */
export interface SeenHandles {
  /** Notes the handles of a line and says which earlier lines had them. */
  note(line: number, draft: Pick<LeadDraft, 'phone' | 'email'>): readonly Sentence[];
}

/** Remembers handles for as long as one file is read. */
export function createSeenHandles(): SeenHandles {
  const phones = new Map<string, number>();
  const emails = new Map<string, number>();
  const first = (map: Map<string, number>, value: string | undefined, line: number): number | null => {
    if (value === undefined) return null;
    const earlier = map.get(value);
    if (earlier === undefined) map.set(value, line);
    return earlier ?? null;
  };
  return {
    note: (line, { phone, email }) => {
      const byPhone = first(phones, phone, line);
      const byEmail = first(emails, email, line);
      if (byPhone !== null && byPhone === byEmail) return [say('import.duplicate-both', { line: byPhone })];
      return [
        ...(byPhone === null ? [] : [say('import.duplicate-phone', { line: byPhone })]),
        ...(byEmail === null ? [] : [say('import.duplicate-email', { line: byEmail })]),
      ];
    },
  };
}
