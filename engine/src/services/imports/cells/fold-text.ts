/** For values a program reads (numbers, addresses, dates): full-width letters, digits and signs as half-width ones, blanks tidied. */
export const foldText = (cell: string): string => tidyBlanks(cell.normalize('NFKC'));

/** For values people read: full-width letters and digits as half-width ones, blanks tidied; Chinese punctuation stays. */
export const foldLetters = (cell: string): string =>
  tidyBlanks(cell.replace(/[０-９Ａ-Ｚａ-ｚ＠]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' '));

/** True if the cell holds full-width letters, digits or `＠`, which folding changes. */
export const hasFullWidth = (cell: string): boolean => /[０-９Ａ-Ｚａ-ｚ＠]/.test(cell);

const tidyBlanks = (text: string): string =>
  text
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
