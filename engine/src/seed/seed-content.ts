import { demoTemplates } from '@tendril/content/demo-templates';
import type { Db, Prisma } from '@tendril/db';
import { preNurtureSop } from '@tendril/journey/templates';
import { DEFAULT_SCORE_RULES } from '@tendril/scoring';
import { hashWriteKey } from '../intake/write-key.ts';
import { demoWriteKey } from './demo-credentials.ts';
import { DEMO_DISPOSITIONS } from './demo-dispositions.ts';

/**
 * Scoring rules, dispositions, templates, a write key and one journey as a draft. A row that is there is left alone,
 * because somebody may have changed it.
 */
export async function seedContent({ db, secret }: { readonly db: Db; readonly secret: string }, workspaceId: string): Promise<void> {
  const { client } = db;
  await client.scoreRule.createMany({
    data: DEFAULT_SCORE_RULES.map(({ key, name, dimension, trigger, points, cooldownH, enabled }) => ({
      workspaceId,
      key,
      name: name as Prisma.InputJsonObject,
      dimension,
      trigger: trigger as unknown as Prisma.InputJsonObject,
      points,
      cooldownH,
      enabled,
    })),
    skipDuplicates: true,
  });
  await client.disposition.createMany({
    data: DEMO_DISPOSITIONS.map(({ name, consequence, ...rest }, order) => ({
      workspaceId,
      ...rest,
      name: name as Prisma.InputJsonObject,
      consequence: consequence as Prisma.InputJsonObject,
      order,
    })),
    skipDuplicates: true,
  });
  await client.template.createMany({ data: demoTemplates.map((template) => ({ workspaceId, ...template })), skipDuplicates: true });
  const key = demoWriteKey(secret);
  await client.intakeKey.createMany({ data: [{ workspaceId, name: 'Demo', keyHash: hashWriteKey(key), hint: key.slice(-4) }], skipDuplicates: true });
  const journeys = await client.journey.count({ where: { workspaceId } });
  if (journeys > 0) return;
  const draft = preNurtureSop as unknown as Prisma.InputJsonObject;
  await client.journey.create({ data: { workspaceId, name: preNurtureSop.name, draft } });
}
