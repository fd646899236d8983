import type { PublishingNews, PublishingView, PublishPlanView } from '../../api/publishing-views.ts';
import type { PublishResult } from '../../api/views.ts';
import type { Caller } from '../ports.ts';
import type { ServiceParts } from '../service-parts.ts';
import { readApprovalSetting, setApprovalSetting } from './approval-setting.ts';
import { cancelPublication, decidePublication, type PublicationDecision } from './decide-publication.ts';
import { readNews } from './read-news.ts';
import { readPlan } from './read-plan.ts';
import { readPublishing } from './read-state.ts';
import { setNote } from './set-note.ts';
import { goToAll, takeBack } from './trial.ts';

/** The way of a version to being live: its plan for leads inside, its time, its second person, its trial. */
export interface PublishingService {
  /** What publishing the draft would mean for the leads inside. */
  plan(caller: Caller, input: { id: string }): Promise<PublishPlanView | null>;
  state(caller: Caller, input: { id: string }): Promise<PublishingView>;
  /** Refuses with `publication.own`, `publication.reset`, `publication.settled`. */
  decide(caller: Caller, input: PublicationDecision): Promise<PublishResult | null>;
  /** Calls off what waits for its time or a second person. */
  cancel(caller: Caller, input: { id: string; publicationId: string }): Promise<void>;
  /** Ends a trial well; refuses with `canary.none`. */
  goToAll(caller: Caller, input: { id: string }): Promise<{ version: number; enrolled: number }>;
  /** Ends a trial; those who came in by it finish it or go over to the live version. */
  takeBack(caller: Caller, input: { id: string; leads: 'finish' | 'now' | 'next' }): Promise<void>;
  /** Writes another note to a version. */
  setNote(caller: Caller, input: { id: string; number: number; note: string }): Promise<void>;
  /** What of all journeys somebody should see wherever they are. */
  news(caller: Caller): Promise<readonly PublishingNews[]>;
  approval(caller: Caller): Promise<{ needed: boolean }>;
  setApproval(caller: Caller, input: { needed: boolean }): Promise<void>;
}

/** Builds the service. */
export function createPublishingService(parts: ServiceParts): PublishingService {
  return {
    plan: (caller, input) => readPlan(parts, caller, input),
    state: (caller, input) => readPublishing(parts, caller, input),
    decide: (caller, input) => decidePublication(parts, caller, input),
    cancel: (caller, input) => cancelPublication(parts, caller, input),
    goToAll: (caller, input) => goToAll(parts, caller, input),
    takeBack: (caller, input) => takeBack(parts, caller, input),
    setNote: (caller, input) => setNote(parts, caller, input),
    news: (caller) => readNews(parts, caller),
    approval: (caller) => readApprovalSetting(parts, caller),
    setApproval: (caller, input) => setApprovalSetting(parts, caller, input),
  };
}
