import type { FastifyRequest } from 'fastify';
import type { Upload } from '../calls/media.ts';

/** The file of a multipart request, in the field `media`; null if there is none. */
export async function readUpload(request: FastifyRequest): Promise<Upload | null> {
  if (!request.isMultipart()) return null;
  const file = await request.file({ throwFileSizeLimit: false });
  if (file === undefined || file.fieldname !== 'media') return null;
  let size = 0;
  for await (const chunk of file.file) size += chunk.length;
  // A file that was cut off is larger than any limit.
  return { fileName: file.filename, contentType: file.mimetype, size: file.file.truncated ? Number.MAX_SAFE_INTEGER : size };
}
