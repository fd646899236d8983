export {
  type ChannelSettings,
  type EmailSettings,
  readChannelSettings,
  type SmsSettings,
  saveChannelSettings,
  type WecomSettings,
} from './channel-settings.ts';
export { createDb, type Db } from './create-db.ts';
export { Prisma, PrismaClient } from './generated/client.ts';
export { migrate, migrationsFolder } from './migrate.ts';
export { sealJson, unsealJson } from './sealed-json.ts';
