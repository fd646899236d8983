import type { Db } from '@tendril/db';
import { compile } from '@tendril/journey/compile';
import type { JsonObject } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { emptyDocument } from '@tendril/journey/schema';

/** Publishes a journey that waits a year for a page to be viewed and then calls a webhook. @returns its id */
export async function publishWait(db: Db, workspaceId: string): Promise<string> {
  const node = (id: string, kind: string, config: JsonObject) => ({ id, kind, version: 1, name: '', config, position: { x: 0, y: 0 } });
  const document = {
    ...emptyDocument('Wait'),
    nodes: [
      node('in', 'entry-manual', {}),
      node('visit', 'wait-for-event', { events: [{ event: 'Page Viewed' }], timeout: '365d' }),
      node('tell', 'call-webhook', { url: 'https://crm.example/leads' }),
      node('out', 'exit', { outcome: 'done' }),
    ],
    edges: [
      { from: 'in', port: 'next', to: 'visit' },
      { from: 'visit', port: 'happened', to: 'tell' },
      { from: 'visit', port: 'timeout', to: 'out' },
      { from: 'tell', port: 'next', to: 'out' },
      { from: 'tell', port: 'failed', to: 'out' },
    ],
  };
  const compiled = compile(document, { nodeTypes: builtInNodeTypes });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics));
  const [draft, program] = [document, compiled.program].map((value) => JSON.parse(JSON.stringify(value)));
  await db.client.program.createMany({ data: [{ hash: program.hash, program }], skipDuplicates: true });
  const { id } = await db.client.journey.create({ data: { workspaceId, name: 'Wait', draft, status: 'live', liveVersion: 1 } });
  await db.client.journeyVersion.create({ data: { journeyId: id, number: 1, document: draft, programHash: program.hash, publishedAt: new Date() } });
  await db.client.entryPoint.create({ data: { workspaceId, journeyId: id, nodeId: 'in', version: 1, trigger: 'manual' } });
  return id;
}
