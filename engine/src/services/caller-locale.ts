import type { Db } from '@tendril/db';
import { LOCALES, type Locale } from '@tendril/journey/model';
import type { Caller } from './ports.ts';

/** The language the caller reads: their own choice, else the workspace's. */
export async function callerLocale({ client }: Pick<Db, 'client'>, { userId, workspaceId }: Caller): Promise<Locale> {
  const [user, workspace] = await Promise.all([
    client.user.findUnique({ where: { id: userId }, select: { locale: true } }),
    client.workspace.findUnique({ where: { id: workspaceId }, select: { locale: true } }),
  ]);
  return LOCALES.find((locale) => locale === (user?.locale ?? workspace?.locale)) ?? 'zh-CN';
}
