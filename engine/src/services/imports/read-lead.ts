import type { JsonObject, Sentence } from '@tendril/journey/model';
import { importRemarks } from '../../sentences/import-remarks.ts';
import { disarmFormula, looksLikeFormula } from './cells/disarm-formula.ts';
import { foldLetters, foldText, hasFullWidth } from './cells/fold-text.ts';
import { readDate } from './cells/read-date.ts';
import { readEmail } from './cells/read-email.ts';
import { readPhone } from './cells/read-phone.ts';
import { isEmptyRow } from './csv/read-table.ts';
import { KEEP_AS_ATTRIBUTE } from './import-fields.ts';

const { say } = importRemarks;

/** A lead as one line of a file tells it. Absent fields were empty or unreadable. */
export interface LeadDraft {
  readonly email?: string;
  readonly phone?: string;
  /** UTC ms on the workspace's clock. */
  readonly createdAt?: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly attributes: JsonObject;
}

export interface ReadingRules {
  readonly columns: readonly string[];
  readonly mapping: Readonly<Record<string, string | null>>;
  /** Zone of dates without one. */
  readonly timeZone: string;
  /** Workspace time in ms; a date after it is not believed. */
  readonly now: number;
}

/** What a line says, with all that was mended or ignored; null as draft if the line must be refused. */
export interface LineReading {
  readonly draft: LeadDraft | null;
  readonly remarks: readonly Sentence[];
}

/** Longest text a field keeps. */
const LIMIT = 500;

interface Draft {
  email?: string;
  phone?: string;
  createdAt?: number;
  readonly fields: Record<string, string>;
  readonly attributes: Record<string, string>;
}

/** Reads one line. A line needs a usable mobile number or email address: without one the lead could never be recognised again. */
export function readLead(cells: readonly string[], rules: ReadingRules): LineReading {
  if (isEmptyRow(cells)) return { draft: null, remarks: [say('import.empty-row', {})] };
  const draft: Draft = { fields: {}, attributes: {} };
  const remarks: Sentence[] = [];
  for (const [index, column] of rules.columns.entries()) {
    const field = rules.mapping[column] ?? null;
    const cell = cells[index] ?? '';
    if (field !== null && cell.trim() !== '') remarks.push(...readCell({ draft, field, column, cell, rules }));
  }
  const extra = cells.slice(rules.columns.length).filter((cell) => cell.trim() !== '').length;
  if (extra > 0) remarks.push(say('import.extra-cells', { count: extra }));
  const refusal = draft.email !== undefined ? null : refusalFor(draft.phone);
  return refusal === null ? { draft, remarks } : { draft: null, remarks: [refusal, ...remarks] };
}

/** Without an address a lead is recognised by its mobile number; behind a landline many people may sit. */
function refusalFor(phone: string | undefined): Sentence | null {
  if (phone === undefined) return say('import.no-identity', {});
  const isLandline = phone.startsWith('+86') && !/^\+861\d{10}$/.test(phone);
  return isLandline ? say('import.landline-only', { value: phone }) : null;
}

interface Cell {
  readonly draft: Draft;
  readonly field: string;
  readonly column: string;
  readonly cell: string;
  readonly rules: ReadingRules;
}

function readCell(given: Cell): readonly Sentence[] {
  const { cell, column } = given;
  const remarks: Sentence[] = [];
  if (hasFullWidth(cell)) remarks.push(say('import.full-width', { column, value: shorten(cell) }));
  if (cell.includes('\ufffd')) remarks.push(say('import.undecodable', { column }));
  switch (given.field) {
    case 'phone':
      return [...remarks, ...readPhoneCell(given)];
    case 'email':
      return [...remarks, ...readEmailCell(given)];
    case 'createdAt':
      return [...remarks, ...readDateCell(given)];
    default:
      return [...remarks, ...readTextCell(given)];
  }
}

function readPhoneCell({ draft, cell }: Cell): readonly Sentence[] {
  const phone = readPhone(cell);
  if (phone === null) return [say('import.phone-invalid', { value: shorten(cell) })];
  draft.phone = phone;
  return [];
}

function readEmailCell({ draft, cell }: Cell): readonly Sentence[] {
  const email = readEmail(cell);
  if (email === null) return [say('import.email-invalid', { value: shorten(cell) })];
  draft.email = email;
  return [];
}

function readDateCell({ draft, cell, rules }: Cell): readonly Sentence[] {
  const instant = readDate(cell, rules.timeZone);
  if (instant === null) return [say('import.date-invalid', { value: shorten(cell) })];
  if (instant > rules.now) return [say('import.date-future', { value: shorten(cell) })];
  draft.createdAt = instant;
  return [];
}

function readTextCell({ draft, field, column, cell }: Cell): readonly Sentence[] {
  const remarks: Sentence[] = [];
  const isCompany = field === 'company';
  let text = isCompany ? foldText(cell) : foldLetters(cell);
  if (text.length > LIMIT) {
    text = text.slice(0, LIMIT);
    remarks.push(say('import.too-long', { column, limit: LIMIT }));
  }
  if (looksLikeFormula(text)) remarks.push(say('import.formula', { column, value: shorten(text) }));
  const value = disarmFormula(text);
  if (field === KEEP_AS_ATTRIBUTE) draft.attributes[column] = value;
  else if (field === 'note') draft.attributes['note'] = value;
  else draft.fields[field] = value;
  return remarks;
}

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
