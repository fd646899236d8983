import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { Logger } from 'pino';
import type { Auth } from '../auth/create-auth.ts';
import type { DemoFriends } from '../demo/demo-friends.ts';
import type { NodeNames } from './node-names.ts';

/** What use cases are built from. */
export interface ServiceParts {
  readonly db: Db;
  readonly runtime: Runtime;
  readonly auth: Auth;
  /** The installation's secret, which opens sealed channel settings. */
  readonly secret: string;
  readonly friends: DemoFriends;
  /** Under which leads reach this installation. */
  readonly publicUrl: string;
  readonly nodeNames: NodeNames;
  /** Real time in ms. */
  readonly clock: { now(): number };
  readonly log: Logger;
  readonly demoLinks: { readonly mailbox: string; readonly phone: string } | null;
  /** Called when a job was queued, so that the runner looks at once. */
  readonly onJobQueued: () => void;
}
