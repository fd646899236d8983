import { abTest } from './ab-test.ts';
import { contentDownload } from './content-download.ts';
import { customerReactivation } from './customer-reactivation.ts';
import type { JourneyTemplate } from './journey-template.ts';
import { knownCustomer } from './known-customer.ts';
import { liveStream } from './live-stream.ts';
import { newLeadNurture } from './new-lead-nurture.ts';
import { offlineEvent } from './offline-event.ts';
import { salesDispositions } from './sales-dispositions.ts';
import { salesFollowUp } from './sales-follow-up.ts';
import { sdrNurture } from './sdr-nurture.ts';
import { silentLongTail } from './silent-long-tail.ts';
import { stagedContent } from './staged-content.ts';
import { wecomFriend } from './wecom-friend.ts';

/** All templates in the order of the gallery. */
export const GALLERY: readonly JourneyTemplate[] = [
  newLeadNurture,
  sdrNurture,
  stagedContent,
  silentLongTail,
  liveStream,
  offlineEvent,
  contentDownload,
  wecomFriend,
  customerReactivation,
  salesFollowUp,
  salesDispositions,
  knownCustomer,
  abTest,
];
