/** Which leads a bulk enrolment is about. */
export type BulkSourceView =
  | { readonly type: 'segment'; readonly name: string }
  | { readonly type: 'filter' }
  | { readonly type: 'import'; readonly fileName: string }
  | { readonly type: 'entry' };

/** A bulk enrolment, under way or over. */
export interface BulkView {
  readonly id: string;
  readonly journey: { readonly id: string; readonly name: string };
  readonly source: BulkSourceView;
  /** Leads let in per minute; null: as fast as it goes. */
  readonly perMinute: number | null;
  readonly status: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly total: number;
  readonly done: number;
  readonly enrolled: number;
}
