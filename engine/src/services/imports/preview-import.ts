import type { ImportPreview } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { decodeText, ENCODINGS, type Encoding, isEncoding } from './csv/decode-text.ts';
import { columnNames, readTable } from './csv/read-table.ts';
import { sniffDelimiter } from './csv/sniff-delimiter.ts';
import { findImport } from './find-import.ts';
import { guessMapping, IMPORT_FIELDS } from './import-fields.ts';
import type { ImportParts } from './import-parts.ts';

/** Lines a preview shows, and values it shows per column. */
const SHOWN = { lines: 20, samples: 5 } as const;

/** Reads the stored file again, in another encoding if the person says so, and remembers that encoding. */
export async function previewImport(
  { db }: Pick<ImportParts, 'db'>,
  caller: Caller,
  { jobId, encoding }: { jobId: string; encoding?: string | undefined },
): Promise<ImportPreview> {
  const job = await findImport(db, caller, jobId);
  if (job.status !== 'uploaded') throw new UserError('import.started', { fileName: job.fileName }, 'CONFLICT');
  const chosen = encoding ?? job.encoding;
  if (!isEncoding(chosen)) throw new UserError('import.encoding-unknown', { encoding: chosen, known: ENCODINGS.join(', ') });
  const { content } = await db.client.importJob.findUniqueOrThrow({ where: { id: jobId }, select: { content: true } });
  if (content === null) throw new UserError('import.missing', {}, 'NOT_FOUND');
  const preview = await previewFile({ jobId, fileName: job.fileName, bytes: content, encoding: chosen });
  await db.client.importJob.update({ where: { id: jobId }, data: { encoding: chosen, total: preview.total } });
  return preview;
}

/**
 * What the file looks like: columns with guessed fields, the first lines, and how many there are.
 * @throws UserError `import.empty-file`
 */
export async function previewFile(file: { jobId: string; fileName: string; bytes: Uint8Array; encoding: Encoding }): Promise<ImportPreview> {
  const { jobId, fileName, bytes, encoding } = file;
  const text = decodeText(bytes, encoding);
  const delimiter = sniffDelimiter(text);
  const rows: (readonly string[])[] = [];
  let columns: readonly string[] = [];
  let total = 0;
  for await (const { line, cells } of readTable(text, delimiter)) {
    if (line === 1) columns = columnNames(cells);
    else {
      total += 1;
      if (rows.length < SHOWN.lines) rows.push(cells);
    }
  }
  if (total === 0) throw new UserError('import.empty-file', { fileName });
  const mapping = guessMapping(columns);
  return {
    jobId,
    fileName,
    encoding,
    delimiter,
    columns: columns.map((name, index) => ({ name, field: mapping[name] ?? null, samples: samplesOf(rows, index) })),
    fields: IMPORT_FIELDS.map(({ key, label }) => ({ key, label })),
    total,
    rows,
  };
}

const samplesOf = (rows: readonly (readonly string[])[], index: number): string[] =>
  rows
    .map((cells) => cells[index] ?? '')
    .filter((cell) => cell.trim() !== '')
    .slice(0, SHOWN.samples);
