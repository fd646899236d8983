import type { JourneyDocument, Locale, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { nameOf, portsOf } from '../document/ports-of.ts';

/** One line of a saved way, taken apart: on which day, at which step, and what happened there. */
export interface WayLine {
  readonly day: number;
  /** Null: before the first step, where a lead was not let in. */
  readonly node: NodeId | null;
  /** A port, or a mark: `…` waits, `.` ends, `✗` fails. */
  readonly port: string | null;
  readonly mark: '…' | '.' | '✗' | null;
}

const LINE = /^day (-?\d+) {2}(.+?)(?::([^:]+)|([….✗]))$/u;

/** Reads a line such as `day 3  reminder:next`; null if it is none. */
export function readWayLine(text: string): WayLine | null {
  const [, day, node, port, mark] = LINE.exec(text) ?? [];
  if (day === undefined || node === undefined) return null;
  return {
    day: Number(day),
    node: node === 'entry' && mark === '✗' ? null : node,
    port: port ?? null,
    mark: mark === '…' || mark === '.' || mark === '✗' ? mark : null,
  };
}

/** The words of a line: the names that the drawing gives to the step and its way out, for as long as it has them. */
export function namesOfWayLine(
  line: WayLine,
  document: JourneyDocument,
  types: NodeTypes,
  locale: Locale,
): { readonly step: string; readonly way: string } {
  const node = document.nodes.find(({ id }) => id === line.node);
  const step = node === undefined ? (line.node ?? '') : nameOf(node, types, locale);
  const port = node === undefined ? undefined : portsOf(node, types).find(({ id }) => id === line.port);
  return { step, way: port?.label[locale] ?? line.port ?? '' };
}
