import type { TrackingLinks } from '@tendril/content/tracking';
import type { Db } from '@tendril/db';
import type { Runtime } from '@tendril/runtime';
import type { Channels } from './channel-book.ts';
import type { HttpCaller } from './channels/http-caller.ts';

/** What every effect may use. */
export interface EffectParts {
  readonly runtime: Runtime;
  readonly db: Db;
  readonly channels: Channels;
  readonly links: TrackingLinks;
  readonly http: HttpCaller;
  /** Real time in ms. */
  readonly now: () => number;
}
