import type { ImportPreview } from '../../api/views.ts';
import { recordDeed } from '../audit.ts';
import type { Caller } from '../ports.ts';
import { UserError } from '../user-error.ts';
import { detectEncoding } from './csv/decode-text.ts';
import type { ImportParts } from './import-parts.ts';
import { previewFile } from './preview-import.ts';

/** Largest file, in bytes. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** First bytes of Excel workbooks, old and new (the new ones are zip files). */
const NOT_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

/**
 * Stores an uploaded file as a job that has not begun, and shows what is in it.
 * @throws UserError `import.too-large`, `import.not-a-table` or `import.empty-file`
 */
export async function uploadImport(
  { db }: Pick<ImportParts, 'db'>,
  caller: Caller,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
): Promise<ImportPreview> {
  if (bytes.byteLength > UPLOAD_LIMIT) throw new UserError('import.too-large', { limitMb: UPLOAD_LIMIT / 1024 / 1024 });
  if (bytes.byteLength === 0) throw new UserError('import.empty-file', { fileName });
  const encoding = detectEncoding(bytes);
  const hasNul = !encoding.startsWith('utf-16') && bytes.includes(0);
  if (hasNul || NOT_TEXT.some((magic) => magic.every((byte, index) => bytes[index] === byte)))
    throw new UserError('import.not-a-table', { fileName });
  // Read before it is stored, so that a file nobody can import leaves nothing behind.
  const preview = await previewFile({ jobId: '', fileName, bytes, encoding });
  const job = await db.client.$transaction(async (tx) => {
    const { workspaceId, userId } = caller;
    const data = { workspaceId, createdBy: userId, fileName, encoding, total: preview.total, content: Uint8Array.from(bytes) };
    const created = await tx.importJob.create({ data, select: { id: true } });
    const detail = { fileName, bytes: bytes.byteLength };
    await recordDeed(tx, { caller, action: 'import.uploaded', subjectType: 'import', subjectId: created.id, detail });
    return created;
  });
  return { ...preview, jobId: job.id };
}
