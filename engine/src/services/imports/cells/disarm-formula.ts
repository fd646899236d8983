/** A cell that a spreadsheet would run when somebody opens an export: it begins with `=`, `@`, a tab, or a sign before no number. */
const FORMULA = /^\s*(?:[=@\t\r]|[+-](?![\d.,\s()/-]*$))/;

/** True if a spreadsheet would take the text for a formula. */
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);

/** The text with an apostrophe before it if a spreadsheet would run it: it shows the same and does nothing. */
export const disarmFormula = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);
