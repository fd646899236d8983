import type { TrackingLinks } from '@tendril/content/tracking';
import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { ClickWindow } from './click-window.ts';

/** What the doors that mails lead to are built from. */
export interface TrackingParts {
  readonly db: Db;
  readonly runtime: Pick<Runtime, 'recordEvents'>;
  readonly links: Pick<TrackingLinks, 'read'>;
  readonly clicks: ClickWindow;
  /** Real time in ms. */
  readonly clock: { now(): number };
}
