import { compile } from '@tendril/journey/compile';
import type { JourneyDocument, Program } from '@tendril/journey/model';
import { builtInNodeTypes, type NodeTypes } from '@tendril/journey/nodes';
import type { Laboratory } from '@tendril/journey/simulator';

/** Monday 2026-03-02, 10:00 in Shanghai. */
export const START = '2026-03-02T10:00';

/** A laboratory in Shanghai for a program. */
export function laboratoryOf(program: Program, nodeTypes: NodeTypes = builtInNodeTypes): Laboratory {
  return { nodeTypes, program, timeZone: 'Asia/Shanghai' };
}

/** Compiles a document that must compile. */
export function compiled(document: JourneyDocument, nodeTypes: NodeTypes = builtInNodeTypes): Program {
  const result = compile(document, { nodeTypes });
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 2));
  return result.program;
}
