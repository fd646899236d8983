import type { Db } from '@tendril/db';
import { workspaceNow } from '../workspace-clock.ts';
import { decodeText, type Encoding } from './csv/decode-text.ts';
import { type Delimiter, sniffDelimiter } from './csv/sniff-delimiter.ts';

/** Everything about an import that does not change while it runs. */
export interface ImportPlan {
  readonly jobId: string;
  readonly workspaceId: string;
  readonly isDemo: boolean;
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly consent: { readonly topic: string } | null;
  readonly timeZone: string;
  /** Workspace time in ms at the start. */
  readonly now: number;
  /** WeCom user ids by the names people may write: the id itself, and the member's name. */
  readonly owners: ReadonlyMap<string, string>;
  /** When the job was uploaded, in real ms. */
  readonly createdReal: number;
}

/** Reads a queued job. Null if it is gone or its file was cleared. */
export async function loadImportPlan({ client }: Pick<Db, 'client'>, jobId: string, realNow: number): Promise<ImportPlan | null> {
  const job = await client.importJob.findUnique({ where: { id: jobId } });
  if (job === null || job.content === null) return null;
  const { workspaceId } = job;
  const workspace = await workspaceNow(client, workspaceId, realNow);
  const members = await client.member.findMany({ where: { workspaceId, wecomUserId: { not: null } }, include: { user: true } });
  const owners = members.flatMap(({ wecomUserId, user }) =>
    wecomUserId === null
      ? []
      : ([
          [wecomUserId, wecomUserId],
          [user.name, wecomUserId],
        ] as const),
  );
  const text = decodeText(job.content, job.encoding as Encoding);
  return {
    jobId,
    workspaceId,
    isDemo: workspace.kind === 'demo',
    text,
    delimiter: sniffDelimiter(text),
    mapping: job.mapping as Readonly<Record<string, string | null>>,
    consent: job.consent as ImportPlan['consent'],
    timeZone: workspace.timeZone,
    now: workspace.now,
    owners: new Map(owners.map(([name, id]) => [name.toLowerCase(), id])),
    createdReal: job.createdAt.getTime(),
  };
}
