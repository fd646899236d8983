import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { compile } from '@tendril/journey/compile';
import type { Diagnostic, JourneyDocument, Program } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { parseDocument } from '@tendril/journey/schema';
import { UsageError } from './terminal.ts';

/** A journey file, as far as it could be read. */
export interface JourneyFile {
  readonly file: string;
  readonly text: string;
  /** Null if it is no journey document. */
  readonly document: JourneyDocument | null;
  /** Null if the journey has errors. */
  readonly program: Program | null;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a text file; `-` is the standard input.
 * @throws UsageError if it cannot be read
 */
export async function readText(file: string): Promise<string> {
  try {
    return file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError('cli.unreadable', { file, reason: error instanceof Error ? error.message : String(error) });
  }
}

/** Reads and compiles a journey file. Mistakes in the journey are diagnostics. */
export async function readJourney(file: string): Promise<JourneyFile> {
  const content = await readText(file);
  const parsed = parseDocument(content);
  if (!parsed.ok) {
    // Where the text is JSON, the compiler says the same things with their steps.
    const diagnostics = isJson(content) ? compile(JSON.parse(content), { nodeTypes: builtInNodeTypes }).diagnostics : parsed.problems.map(asError);
    return { file, text: content, document: null, program: null, diagnostics };
  }
  const compiled = compile(parsed.document, { nodeTypes: builtInNodeTypes });
  const program = compiled.ok ? compiled.program : null;
  return { file, text: content, document: parsed.document, program, diagnostics: compiled.diagnostics };
}

function asError({ code, params }: { readonly code: string; readonly params: Diagnostic['params'] }): Diagnostic {
  return { code, params, severity: 'error' };
}

function isJson(content: string): boolean {
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}
