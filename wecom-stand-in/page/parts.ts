import type { AttachmentRow } from '@tendril/wecom-stand-in/view';
import { type Child, el } from './element.ts';
import { picture } from './pictures.ts';
import type { Locale, Speaker } from './words.ts';

/** An empty place: a drawing of what will stand there, and what has to happen first. */
export const emptyPlace = (drawing: Parameters<typeof picture>[0], title: string, text: string): HTMLElement =>
  el('div', { className: 'empty' }, picture(drawing), el('b', {}, title), text);

/** A person's picture: the first letter of the name. */
export function avatar(name: string, kind: 'staff' | 'person'): HTMLElement {
  const letter = [...name][0] ?? '?';
  return el('span', { className: kind === 'staff' ? 'avatar' : 'avatar person', attributes: { 'aria-hidden': 'true' } }, letter.toUpperCase());
}

/** When something was: the time if it was today, else the day too; everything on hover. */
export function when(at: number, locale: Locale): HTMLElement {
  const date = new Date(at);
  const today = new Date().toDateString() === date.toDateString();
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const text = date.toLocaleString(locale, today ? clock : { month: 'short', day: 'numeric', ...clock });
  return el('time', { className: 'muted small', title: date.toLocaleString(locale), attributes: { datetime: date.toISOString() } }, text);
}

/** Attachments of a message; links can be opened. */
export function attachmentList(attachments: readonly AttachmentRow[], { say }: Speaker): readonly HTMLElement[] {
  const kinds = { image: 'kindImage', link: 'kindLink', video: 'kindVideo', file: 'kindFile', miniprogram: 'kindMiniprogram' } as const;
  const isKnown = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind);
  return attachments.map(({ kind, label, url }) => {
    const inside = [el('span', { className: 'chip' }, isKnown(kind) ? say(kinds[kind]) : kind), el('span', {}, label)];
    if (url === null) return el('span', { className: 'attachment' }, ...inside);
    return el('a', { className: 'attachment', href: url, attributes: { target: '_blank', rel: 'noreferrer' } }, ...inside);
  });
}

/** A text with its web addresses as links. */
export function withLinks(text: string): readonly Child[] {
  return text
    .split(/(https?:\/\/[^\s，。；、）」】<>"]+)/)
    .map((part, index) => (index % 2 === 0 ? part : el('a', { href: part, attributes: { target: '_blank', rel: 'noreferrer' } }, part)));
}
