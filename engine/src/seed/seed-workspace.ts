import type { Db } from '@tendril/db';
import { DAY } from '@tendril/journey/model';
import { SAMPLE_END } from '../demo/sample-history.ts';

/** Real ms that a day lasts in the demo. */
const DEMO_DAY_MS = 10_000;

/** The demo workspace, made if it is not there. @returns its id */
export async function seedWorkspace({ client }: Pick<Db, 'client'>, realNow: number): Promise<string> {
  const known = await client.workspace.findFirst({ where: { kind: 'demo' }, orderBy: { createdAt: 'asc' } });
  if (known !== null) return known.id;
  const { id } = await client.workspace.create({
    data: {
      name: '示例科技（演示）',
      kind: 'demo',
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN',
      clockFactor: DAY / DEMO_DAY_MS,
      clockReal: new Date(realNow),
      clockVirtual: new Date(SAMPLE_END),
    },
  });
  return id;
}
