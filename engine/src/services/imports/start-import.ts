import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { decodeText, type Encoding } from './csv/decode-text.ts';
import { columnNames, readTable } from './csv/read-table.ts';
import { sniffDelimiter } from './csv/sniff-delimiter.ts';
import { findImport } from './find-import.ts';
import { IMPORT_FIELDS, KEEP_AS_ATTRIBUTE } from './import-fields.ts';
import type { ImportParts } from './import-parts.ts';

type Mapping = Readonly<Record<string, string | null>>;

/** How a person wants the file to be read. */
export interface StartInput {
  readonly jobId: string;
  readonly mapping: Mapping;
  /** Consent that every lead with an address has given elsewhere, on the word of the person who imports. */
  readonly consent: { readonly channel: 'email'; readonly topic: string } | null;
}

/**
 * Queues the import; a background job reads the lines.
 * @throws UserError `import.started`, or what is wrong with the mapping
 */
export async function startImport({ db, onJobQueued }: ImportParts, caller: Caller, { jobId, mapping, consent }: StartInput): Promise<void> {
  const job = await findImport(db, caller, jobId);
  if (job.status !== 'uploaded') throw new UserError('import.started', { fileName: job.fileName }, 'CONFLICT');
  const { content } = await db.client.importJob.findUniqueOrThrow({ where: { id: jobId }, select: { content: true } });
  if (content === null) throw new UserError('import.missing', {}, 'NOT_FOUND');
  checkMapping(mapping, await headerOf(decodeText(content, job.encoding as Encoding)));
  await db.client.$transaction(async (tx) => {
    const data = { status: 'queued', mapping, ...(consent === null ? {} : { consent: { ...consent, by: caller.userId } }) };
    const { count } = await tx.importJob.updateMany({ where: { id: jobId, status: 'uploaded' }, data });
    if (count === 0) throw new UserError('import.started', { fileName: job.fileName }, 'CONFLICT');
    const detail = { fileName: job.fileName, lines: job.total, consent: consent?.topic ?? null };
    await recordDeed(tx, { caller, action: 'import.started', subjectType: 'import', subjectId: jobId, detail });
  });
  onJobQueued();
}

async function headerOf(text: string): Promise<readonly string[]> {
  for await (const { cells } of readTable(text, sniffDelimiter(text))) return columnNames(cells);
  return [];
}

function checkMapping(mapping: Mapping, columns: readonly string[]): void {
  const known = new Set(IMPORT_FIELDS.map(({ key }) => key));
  const taken = new Map<string, string>();
  for (const [column, field] of Object.entries(mapping)) {
    if (!columns.includes(column)) throw new UserError('import.column-unknown', { column });
    if (field === null || field === KEEP_AS_ATTRIBUTE) continue;
    if (!known.has(field)) throw new UserError('import.field-unknown', { column, field });
    const first = taken.get(field);
    if (first !== undefined) throw new UserError('import.field-twice', { first, second: column, field });
    taken.set(field, column);
  }
  if (!taken.has('phone') && !taken.has('email')) throw new UserError('import.no-identity-column');
}
