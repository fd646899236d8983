import { readFile } from 'node:fs/promises';

/** A JSON report, or undefined when the runner ended before it wrote one. */
export async function readReport(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
