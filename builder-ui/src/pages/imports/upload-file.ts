import { TRPCClientError } from '@trpc/client';
import type { ImportPreview } from './import-answers.ts';

/** What a refused upload answers. */
interface Refusal {
  readonly error?: string;
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Sends a file to the API as it is and answers its preview. `onProgress` hears the share sent, 0 to 1.
 * @throws TRPCClientError with the API's sentence, so that it reads like every other failure
 */
export function uploadFile(file: File, onProgress: (share: number) => void): Promise<ImportPreview> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/imports?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(TRPCClientError.from(new Error('The upload did not reach the API.')));
    request.onload = () => {
      if (request.status === 200) resolve(request.response as ImportPreview);
      else reject(refused(request.status, (request.response ?? {}) as Refusal));
    };
    request.send(file);
  });
}

const CLASSES: Readonly<Record<number, string>> = { 400: 'BAD_REQUEST', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 413: 'BAD_REQUEST' };

function refused(status: number, { error, params = {} }: Refusal) {
  const data = {
    code: CLASSES[status] ?? 'INTERNAL_SERVER_ERROR',
    httpStatus: status,
    sentence: error === undefined ? null : { code: error, params },
  };
  return TRPCClientError.from({ error: { code: -32600, message: error ?? `HTTP ${status}`, data } });
}
