import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { foldText } from './fold-text.ts';

/** The number in E.164, read as a Chinese one where no country is given; null if it is no valid number. */
export function readPhone(cell: string): string | null {
  const number = parsePhoneNumberFromString(foldText(cell), 'CN');
  return number?.isValid() === true ? number.number : null;
}
