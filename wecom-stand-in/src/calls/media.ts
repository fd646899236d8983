import { randomBytes } from 'node:crypto';
import { change, type StandIn } from '../stand-in.ts';
import { type Answer, ok, refuse } from './answer.ts';

const MEGABYTE = 1_048_576;
const SMALLEST = 5;
const LARGEST: Readonly<Record<string, number>> = { image: 10 * MEGABYTE, voice: 2 * MEGABYTE, video: 10 * MEGABYTE, file: 20 * MEGABYTE };

/** The largest upload that any type allows, in bytes. */
export const LARGEST_UPLOAD = 20 * MEGABYTE;

/** A file as it came in; null if the request had none. */
export interface Upload {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

/** POST media/upload: a temporary file, good for three days. The stand-in keeps its name and size, not its bytes. */
export function uploadMedia(standIn: StandIn, type: string | undefined, upload: Upload | null): Answer {
  const largest = type === undefined ? undefined : LARGEST[type];
  if (type === undefined || largest === undefined) return refuse(40005, 'invalid type');
  if (upload === null) return refuse(44001, 'empty media data');
  if (upload.size <= SMALLEST) return refuse(40006, 'media size too small');
  if (upload.size > largest) return refuse(45001, 'media size out of limit');
  const media_id = `3${randomBytes(32).toString('base64url')}`;
  const createdAt = standIn.now();
  change(standIn, (state) => {
    state.media[media_id] = { media_id, type, ...upload, createdAt };
  });
  return ok({ type, media_id, created_at: String(Math.floor(createdAt / 1_000)) });
}
