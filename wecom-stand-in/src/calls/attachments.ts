import type { StandIn } from '../stand-in.ts';
import { type Answer, refuse } from './answer.ts';

const MOST = 9;
const MEDIA_LIFE_MS = 3 * 24 * 3_600_000;
/** Byte limits of a link's parts. */
const LINK_LIMITS = { title: 128, desc: 512, url: 2_048 } as const;

/** Field that holds the media id, by type; a link has none. */
const MEDIA_FIELD: Readonly<Record<string, string | null>> = {
  image: 'media_id',
  video: 'media_id',
  file: 'media_id',
  miniprogram: 'pic_media_id',
  link: null,
};

/** Checks the attachments of a message to customers: the refusal, or null. */
export function judgeAttachments(standIn: StandIn, attachments: readonly Readonly<Record<string, unknown>>[]): Answer | null {
  if (attachments.length > MOST) return refuse(41064, 'too many attachments');
  for (const attachment of attachments) {
    const type = String(attachment['msgtype']);
    const content = attachment[type];
    const field = MEDIA_FIELD[type];
    if (field === undefined || typeof content !== 'object' || content === null) return refuse(41065, 'invalid attachment type');
    const refusal = field === null ? judgeLink(content) : judgeMedia(standIn, Object.entries(content).find(([name]) => name === field)?.[1]);
    if (refusal !== null) return refusal;
  }
  return null;
}

function judgeMedia({ store, now }: StandIn, media_id: unknown): Answer | null {
  const media = typeof media_id === 'string' ? store.state.media[media_id] : undefined;
  return media === undefined || media.createdAt + MEDIA_LIFE_MS <= now() ? refuse(40007, 'invalid media_id') : null;
}

function judgeLink(content: object): Answer | null {
  const parts = new Map(Object.entries(content));
  if (typeof parts.get('title') !== 'string' || typeof parts.get('url') !== 'string') return refuse(40058, 'link needs title and url');
  if (!/^https?:\/\//.test(String(parts.get('url')))) return refuse(40094, 'invalid url');
  const tooLong = Object.entries(LINK_LIMITS).some(([name, most]) => Buffer.byteLength(String(parts.get(name) ?? '')) > most);
  return tooLong ? refuse(40058, 'link part too long') : null;
}
