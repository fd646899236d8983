import type { Instant, Locale } from '../model/index.ts';
import { DAY } from '../model/index.ts';
import { render } from '../sentences/index.ts';
import type { Laboratory } from './laboratory.ts';
import type { Trace, TraceLine } from './trace.ts';

/** A trace as people read it, one line each: `day 3  The email “reminder” was sent`. Days are counted from the start. */
export function storyOf(laboratory: Laboratory, trace: Trace, locale: Locale): readonly string[] {
  return trace.lines.map((line) => `${dayOf(trace, line.at, locale)}  ${sentenceOf(laboratory, line, locale)}`);
}

/** One line of a trace in the reader's language. */
export function sentenceOf({ timeZone, nodeTypes }: Laboratory, { because }: TraceLine, locale: Locale): string {
  return render(because, locale, { timeZone, texts: nodeTypes.sentences });
}

const WAY_MARKS = { waiting: '…', ended: '.', failed: '✗', refused: '✗' } as const;

/**
 * The way of a trace, without sentences: where the lead left a step and by which port, where it waited, where it ended.
 * Days from the start, so that a changed wait shows. This is what saved tests compare.
 */
export function wayOf(trace: Trace): readonly string[] {
  return trace.lines.flatMap((line) => {
    const day = dayOf(trace, line.at, 'en');
    if (line.port !== undefined) return [`${day}  ${line.node}:${line.port}`];
    const mark = markOf(line.kind);
    return mark === null ? [] : [`${day}  ${line.node ?? 'entry'}${mark}`];
  });
}

function markOf(kind: TraceLine['kind']): string | null {
  switch (kind) {
    case 'waiting':
    case 'ended':
    case 'failed':
    case 'refused':
      return WAY_MARKS[kind];
    case 'entered':
    case 'passed':
    case 'performing':
    case 'happened':
    case 'changed':
      return null;
  }
}

function dayOf({ startedAt }: Trace, at: Instant, locale: Locale): string {
  const day = Math.floor((at - startedAt) / DAY);
  return locale === 'en' ? `day ${day}` : `第 ${day} 天`;
}
