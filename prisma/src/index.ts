export { createDb, type Db } from './create-db.ts';
export { Prisma, PrismaClient } from './generated/client.ts';
export { migrate, migrationsFolder } from './migrate.ts';
