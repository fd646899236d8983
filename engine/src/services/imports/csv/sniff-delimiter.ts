import { parse } from 'csv-parse/sync';

const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** Enough lines to tell a table from prose, few enough to be quick on a large file. */
const SAMPLE_LINES = 50;

/** The delimiter that splits the first lines into the most columns, and into equally many in each line. A comma if none does. */
export function sniffDelimiter(text: string): Delimiter {
  const scored = CANDIDATES.map((delimiter) => ({ delimiter, score: evenness(text, delimiter) }));
  const best = scored.reduce((winner, candidate) => (candidate.score > winner.score ? candidate : winner));
  return best.score > 0 ? best.delimiter : ',';
}

function evenness(text: string, delimiter: Delimiter): number {
  const rows: string[][] = parse(text.slice(0, 200_000), {
    delimiter,
    to: SAMPLE_LINES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  const header = rows[0]?.length ?? 1;
  if (header < 2) return 0;
  const even = rows.filter((row) => row.length === header).length / rows.length;
  return even * header;
}
