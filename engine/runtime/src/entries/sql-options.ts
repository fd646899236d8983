import type { ConditionSqlOptions } from '@tendril/journey/sql';
import { DEFAULT_SETTINGS, INTENT_PATTERNS, TAG_HALF_LIFE } from '@tendril/scoring';

interface Asked {
  readonly workspace: { readonly id: string; readonly timeZone: string };
  /** Workspace time in ms. */
  readonly now: number;
}

/** What a condition in SQL needs to mean at a moment what it means in memory. */
export const sqlOptions = ({ workspace, now }: Asked): ConditionSqlOptions => ({
  workspaceId: workspace.id,
  now,
  timeZone: workspace.timeZone,
  scoring: { ...DEFAULT_SETTINGS, tagHalfLife: TAG_HALF_LIFE, intent: INTENT_PATTERNS },
});
