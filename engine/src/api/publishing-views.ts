/** What pages read about versions on their way to being live. Times as in `views.ts`. */
import type { Diagnostic } from '@tendril/journey/model';
import type { MovePlan, PublishPlan } from '@tendril/journey/versions';

/** What a new version means for the leads inside. */
export interface PublishPlanView extends PublishPlan {
  /** All leads inside. */
  readonly inside: number;
}

/** Leads that came into one version since a trial began, and of how many each guard is true. */
interface VersionNumbers {
  readonly entered: number;
  readonly failure: number;
  readonly unsubscribe: number;
  readonly goal: number;
}

interface GuardRates {
  readonly failure: number | null;
  readonly unsubscribe: number | null;
  readonly goal: number | null;
}

/** A version on trial beside the live one. */
export interface TrialView {
  readonly version: number;
  readonly against: number;
  /** The share of the leads coming in that go through it. */
  readonly percent: number;
  /** `stopped`: by a limit; nobody comes in by it any more. */
  readonly status: 'running' | 'stopped';
  readonly startedAt: string;
  readonly limits: {
    readonly leastLeads: number;
    readonly failurePoints: number | null;
    readonly unsubscribePoints: number | null;
    readonly goalPoints: number | null;
  };
  /** What was chosen for the leads inside, for when it goes to all. */
  readonly plan: MovePlan;
  /** The limit that stopped it, with both rates in percent. */
  readonly reason: {
    readonly guard: 'failure' | 'unsubscribe' | 'goal';
    readonly trial: number;
    readonly live: number;
    readonly points: number;
  } | null;
  readonly numbers: { readonly trial: VersionNumbers; readonly live: VersionNumbers };
  /** In percent; null while nobody has come in. */
  readonly rates: { readonly trial: GuardRates; readonly live: GuardRates };
}

/** A drawing that waits for its time or a second person, or that did not get through. */
export interface PublicationView {
  readonly id: string;
  /** `reset`: the draft was changed while it waited for a second person. `refused`: something was in the way when its time came. */
  readonly status: 'requested' | 'reset' | 'scheduled' | 'declined' | 'refused';
  readonly note: string;
  /** What was chosen for the leads inside. */
  readonly plan: MovePlan;
  /** The share it is to be tried on first; null: for all. */
  readonly canaryPercent: number | null;
  readonly goLiveAt: string | null;
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** The caller may agree or decline. */
  readonly mayDecide: boolean;
  readonly isMine: boolean;
  readonly decidedBy: string | null;
  readonly decisionNote: string;
  /** The draft is another one by now; what goes live is the drawing as it was. */
  readonly draftChangedSince: boolean;
  readonly problems: readonly Diagnostic[];
}

/** What is on its way to being live. */
export interface PublishingView {
  readonly needsApproval: boolean;
  readonly publication: PublicationView | null;
  readonly trial: TrialView | null;
}

/** What of a journey's publishing somebody should see on every page. */
export type PublishingNews =
  | {
      readonly kind: 'trial-stopped';
      readonly journey: { readonly id: string; readonly name: string };
      readonly version: number;
      /** The limit that was overstepped, with both versions' rates in percent. */
      readonly guard: 'failure' | 'unsubscribe' | 'goal';
      readonly trial: number;
      readonly live: number;
    }
  /** It asks for the caller's word, or could not go live when its time came. */
  | { readonly kind: 'awaits-you' | 'refused'; readonly journey: { readonly id: string; readonly name: string } };
