/**
 * A name for a way out that a person has labelled: from the label's Latin letters where it has any, else the given word,
 * numbered until nobody else bears it. Ways are named once; changing the label later keeps the name, and with it the connection.
 */
export function portNameFor(label: string, word: string, taken: readonly string[]): string {
  const latin = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const base = latin || word;
  for (let number = 1; ; number += 1) {
    const name = number === 1 && latin ? base : `${base}-${number}`;
    if (!taken.includes(name)) return name;
  }
}
