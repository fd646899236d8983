import { migrate } from '../src/migrate.ts';

/** Brings the database named by DATABASE_URL up to date; for deployments, before the API and the worker start. */
const url = process.env['DATABASE_URL'];
if (url === undefined || url === '') {
  process.stderr.write('DATABASE_URL is missing: the PostgreSQL connection string of the database to bring up to date.\n');
  process.exit(1);
}
const { applied } = await migrate(url);
process.stdout.write(applied.length === 0 ? 'The database is up to date.\n' : `Applied ${applied.join(', ')}.\n`);
