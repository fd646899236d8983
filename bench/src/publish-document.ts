import type { Db } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { JourneyDocument } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';

/**
 * Publishes a document without asking anybody.
 * @returns the journey's id
 * @throws Error with the compiler's remarks if it does not compile
 */
export async function publishDocument(db: Db, workspaceId: string, document: JourneyDocument): Promise<string> {
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const { program } = compiled;
  const json = (value: unknown) => JSON.parse(JSON.stringify(value));
  await db.client.program.upsert({ where: { hash: program.hash }, create: { hash: program.hash, program: json(program) }, update: {} });
  const { id } = await db.client.journey.create({
    data: { workspaceId, name: document.name, draft: json(document), status: 'live', liveVersion: 1 },
  });
  await db.client.journeyVersion.create({
    data: { journeyId: id, number: 1, document: json(document), programHash: program.hash, publishedAt: new Date() },
  });
  await db.client.entryPoint.createMany({
    data: program.entries.map((nodeId) => ({ workspaceId, journeyId: id, nodeId, version: 1, trigger: 'manual' })),
  });
  return id;
}
