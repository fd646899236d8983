import { createDb } from '@tendril/db';
import { createRuntime } from '@tendril/runtime';
import { createAuth } from '../auth/create-auth.ts';
import { resumeClocks } from '../demo/demo-clock-keeper.ts';
import { demoPassword, demoWriteKey } from './demo-credentials.ts';
import { DEMO_MEMBERS } from './demo-members.ts';
import { seedChannels } from './seed-channels.ts';
import { seedContent } from './seed-content.ts';
import { seedMembers } from './seed-members.ts';
import { seedWorkspace } from './seed-workspace.ts';

/** How a newcomer gets into the demo workspace. */
export interface DemoAccess {
  readonly logins: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  /** Write key by which events are sent to the demo workspace. */
  readonly intakeKey: string;
}

/** Where the demo's surroundings are. */
export interface SeedOptions {
  readonly databaseUrl: string;
  /** The installation's secret; passwords and the write key come from it, so they are the same at every start. */
  readonly secret: string;
  readonly smtpUrl: string;
  readonly wecomBaseUrl: string;
}

/**
 * Fills the demo workspace: members, scoring rules, dispositions, templates, a write key and the journey "Pre-nurture
 * SOP" as a draft. There are no leads: the newcomer publishes and imports. What is there already stays as people left
 * it; only the addresses of the mailbox and of the WeCom stand-in are renewed, and a clock that stood still goes on.
 */
export async function seedDemo({ databaseUrl, secret, smtpUrl, wecomBaseUrl }: SeedOptions): Promise<DemoAccess> {
  const db = createDb(databaseUrl, { connections: 2 });
  try {
    const clock = { now: Date.now };
    const auth = createAuth({ client: db.client, secret, publicUrl: 'http://127.0.0.1' });
    const workspaceId = await seedWorkspace(db, clock.now());
    await resumeClocks({ db, runtime: createRuntime({ db, clock }), clock });
    await seedMembers({ db, auth, secret }, workspaceId);
    await seedContent({ db, secret }, workspaceId);
    await seedChannels({ db, secret, smtpUrl, wecomBaseUrl }, workspaceId);
    return {
      logins: DEMO_MEMBERS.map(({ role, email }) => ({ role, email, password: demoPassword(secret, email) })),
      intakeKey: demoWriteKey(secret),
    };
  } finally {
    await db.close();
  }
}
