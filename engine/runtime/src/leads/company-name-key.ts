/**
 * The key under which a company is found again however its name was typed: half-width, lower case, without spaces,
 * brackets and punctuation. The legal form stays, for 恒远科技 and 恒远实业 may be two companies.
 */
export function companyNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '');
}
