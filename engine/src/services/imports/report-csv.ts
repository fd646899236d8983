import type { Db } from '@tendril/db';
import type { Locale, LocalText, Sentence } from '@tendril/journey/model';
import { importRemarks } from '../../sentences/import-remarks.ts';
import { renderWith } from '../../sentences/render-own.ts';
import { disarmFormula } from './cells/disarm-formula.ts';
import { readCells } from './import-views.ts';

/** Lines read from the database at a time. */
const BATCH = 500;

const OUTCOMES: Readonly<Record<string, LocalText>> = {
  imported: { 'zh-CN': '已导入', en: 'imported' },
  merged: { 'zh-CN': '已合并', en: 'merged' },
  refused: { 'zh-CN': '已拒绝', en: 'refused' },
};

const HEADINGS = {
  line: { 'zh-CN': '行号', en: 'Line' },
  outcome: { 'zh-CN': '结果', en: 'Outcome' },
  remarks: { 'zh-CN': '说明', en: 'Remarks' },
} as const satisfies Record<string, LocalText>;

/**
 * The report of an import as CSV text for a spreadsheet: every line of the file with what became of it and why. Begins
 * with a byte order mark, without which Excel reads Chinese as gibberish.
 */
export async function* reportLines(
  { client }: Pick<Db, 'client'>,
  { jobId, locale }: { readonly jobId: string; readonly locale: Locale },
): AsyncGenerator<string> {
  let columns: readonly string[] | null = null;
  let after = 0;
  for (;;) {
    const rows = await client.importRow.findMany({ where: { jobId, line: { gt: after } }, orderBy: { line: 'asc' }, take: BATCH });
    if (columns === null) {
      columns = readCells(rows[0]?.raw).map(([column]) => column);
      yield `\ufeff${csvLine([HEADINGS.line[locale], HEADINGS.outcome[locale], HEADINGS.remarks[locale], ...columns])}`;
    }
    for (const { line, outcome, remarks, raw } of rows) {
      const cells = new Map(readCells(raw));
      const said = (remarks as unknown as readonly Sentence[]).map((remark) => renderWith(importRemarks.texts, remark, locale));
      yield csvLine([String(line), OUTCOMES[outcome]?.[locale] ?? outcome, said.join(' '), ...columns.map((column) => cells.get(column) ?? '')]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.line;
  }
}

/** One line; cells that a spreadsheet would run as a formula are disarmed. */
const csvLine = (cells: readonly string[]): string => `${cells.map((cell) => quoted(disarmFormula(cell))).join(',')}\r\n`;

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
