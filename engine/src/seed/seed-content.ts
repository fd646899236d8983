import { demoTemplates } from '@tendril/content/demo-templates';
import type { Db, Prisma } from '@tendril/db';
import { preNurtureSop } from '@tendril/journey/templates';
import { hashWriteKey } from '../intake/write-key.ts';
import { demoWriteKey } from './demo-credentials.ts';
import { seedRules } from './seed-rules.ts';

/**
 * Scoring rules, dispositions, templates, a write key and one journey as a draft. A row that is there is left alone,
 * because somebody may have changed it.
 */
export async function seedContent({ db, secret }: { readonly db: Db; readonly secret: string }, workspaceId: string): Promise<void> {
  const { client } = db;
  await seedRules(db, workspaceId);
  await client.template.createMany({ data: demoTemplates.map((template) => ({ workspaceId, ...template })), skipDuplicates: true });
  const key = demoWriteKey(secret);
  await client.intakeKey.createMany({ data: [{ workspaceId, name: 'Demo', keyHash: hashWriteKey(key), hint: key.slice(-4) }], skipDuplicates: true });
  const journeys = await client.journey.count({ where: { workspaceId } });
  if (journeys > 0) return;
  const draft = preNurtureSop as unknown as Prisma.InputJsonObject;
  await client.journey.create({ data: { workspaceId, name: preNurtureSop.name, draft } });
}
