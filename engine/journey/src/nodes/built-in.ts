import { entryEvent } from './entry-event.ts';
import { entryManual } from './entry-manual.ts';
import { entryNewLead } from './entry-new-lead.ts';
import { exit } from './exit.ts';
import { handToSdr } from './hand-to-sdr.ts';
import { ifElse } from './if-else.ts';
import { moveToPool } from './move-to-pool.ts';
import { createNodeTypes } from './registry.ts';
import { scoreGate } from './score-gate.ts';
import { sendEmail } from './send-email.ts';
import { sendWecom } from './send-wecom.ts';
import { wait } from './wait.ts';
import { waitForEvent } from './wait-for-event.ts';

/** The node types that come with Tendril, in the order of the palette. */
export const builtInDefinitions = [
  entryNewLead,
  entryEvent,
  entryManual,
  wait,
  waitForEvent,
  ifElse,
  scoreGate,
  sendEmail,
  sendWecom,
  moveToPool,
  handToSdr,
  exit,
] as const;

/** The registry of the built-in types. To add your own: `createNodeTypes([...builtInDefinitions, yours])`. */
export const builtInNodeTypes = createNodeTypes(builtInDefinitions);
