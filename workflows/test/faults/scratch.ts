import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of one's own that PostgreSQL's account may enter. */
export async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tendril-faults-'));
  await chmod(folder, 0o755);
  return folder;
}
