/** Whether the hand-off is the SDR's now. `taken`: somebody else was faster. `over`: it is closed, expired or cancelled. */
export type Acceptance = { readonly ok: true } | { readonly ok: false; readonly reason: 'missing' | 'taken' | 'over' };

/** What an SDR found out. */
export interface ClosingInput {
  readonly workspaceId: string;
  readonly handoffId: string;
  readonly userId: string;
  /** Key of a disposition of the workspace. */
  readonly disposition: string;
  readonly note?: string;
  readonly bant?: { readonly budget?: string; readonly authority?: string; readonly need?: string; readonly time?: string };
}

/** Whether the disposition was recorded. Closing an open hand-off accepts it in the same moment. */
export type Closing =
  | { readonly ok: true; readonly group: string }
  | { readonly ok: false; readonly reason: 'missing' | 'taken' | 'over' | 'unknown-disposition' };
