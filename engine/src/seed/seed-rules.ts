import type { Db, Prisma } from '@tendril/db';
import { DEFAULT_SCORE_RULES } from '@tendril/scoring';
import { DEMO_DISPOSITIONS } from './demo-dispositions.ts';

/** Scoring rules and dispositions to begin with. A row that is there is left alone, because somebody may have changed it. */
export async function seedRules({ client }: Pick<Db, 'client'>, workspaceId: string): Promise<void> {
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
}
