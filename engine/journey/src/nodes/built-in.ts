import { adjustScore } from './adjust-score.ts';
import { alertOwner } from './alert-owner.ts';
import { branch } from './branch.ts';
import { callWebhook } from './call-webhook.ts';
import { contentTrack } from './content-track.ts';
import { earlierOutcome } from './earlier-outcome.ts';
import { emitEvent } from './emit-event.ts';
import { entryDate } from './entry-date.ts';
import { entryEvent } from './entry-event.ts';
import { entryForm } from './entry-form.ts';
import { entryManual } from './entry-manual.ts';
import { entryNewLead } from './entry-new-lead.ts';
import { entrySchedule } from './entry-schedule.ts';
import { entryScore } from './entry-score.ts';
import { entrySegment } from './entry-segment.ts';
import { entrySilence } from './entry-silence.ts';
import { entryTag } from './entry-tag.ts';
import { entryWecomFriend } from './entry-wecom-friend.ts';
import { exit } from './exit.ts';
import { goTo } from './go-to.ts';
import { goal } from './goal.ts';
import { handToSdr } from './hand-to-sdr.ts';
import { ifElse } from './if-else.ts';
import { merge } from './merge.ts';
import { moveToPool } from './move-to-pool.ts';
import { notifyStaff } from './notify-staff.ts';
import { randomSplit } from './random-split.ts';
import { createNodeTypes } from './registry.ts';
import { scoreGate } from './score-gate.ts';
import { sendEmail } from './send-email.ts';
import { sendSms } from './send-sms.ts';
import { sendWecom } from './send-wecom.ts';
import { setAttribute } from './set-attribute.ts';
import { setStage } from './set-stage.ts';
import { subJourney } from './sub-journey.ts';
import { tag } from './tag.ts';
import { wait } from './wait.ts';
import { waitForEvent } from './wait-for-event.ts';
import { waitForWindow } from './wait-for-window.ts';
import { waitUntil } from './wait-until.ts';

/** The node types that come with Tendril, in the order of the palette. */
export const builtInDefinitions = [
  ...[entryNewLead, entryEvent, entryForm, entryWecomFriend, entrySegment, entryScore, entryTag, entryDate, entrySchedule, entrySilence, entryManual],
  ...[wait, waitUntil, waitForWindow, waitForEvent],
  ...[ifElse, branch, scoreGate, earlierOutcome, randomSplit, merge, goTo, subJourney, goal],
  ...[sendEmail, sendWecom, sendSms, contentTrack, callWebhook, setAttribute, tag, adjustScore, moveToPool, setStage, emitEvent],
  ...[handToSdr, notifyStaff, alertOwner],
  exit,
] as const;

/** The registry of the built-in types. To add your own: `createNodeTypes([...builtInDefinitions, yours])`. */
export const builtInNodeTypes = createNodeTypes(builtInDefinitions);
