import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { Delimiter } from './sniff-delimiter.ts';

/** One line of a table. */
export interface TableRow {
  /** Number as a spreadsheet shows it: the header is 1, and a cell with line breaks does not count twice. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Piece of text fed to the parser at a time, so that reading a large file lets other requests in between. */
const SLICE = 64 * 1024;

/** Reads the lines after the header, one by one. The first yield is the header itself, as line 1. */
export async function* readTable(text: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const parser = Readable.from(slices(text)).pipe(
    parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, skip_records_with_error: true }),
  );
  let line = 0;
  for await (const cells of parser as AsyncIterable<string[]>) {
    line += 1;
    yield { line, cells };
  }
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

/** Column names that can be told apart: an unnamed column is called by its number, a repeated name gets a number behind it. */
export function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((cell, index) => {
    const name = cell.trim() === '' ? `#${index + 1}` : cell.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** True if no cell holds anything but blanks. */
export const isEmptyRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
