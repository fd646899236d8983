import { DEFAULT_EVENT_RULES } from './default-event-rules.ts';
import { DEFAULT_FIT_RULES } from './default-fit-rules.ts';
import type { ScoreRule } from './score-rule.ts';

/** The rules a new workspace starts with. Marketers edit them; docs/scoring.md says where each figure comes from. */
export const DEFAULT_SCORE_RULES: readonly ScoreRule[] = [...DEFAULT_FIT_RULES, ...DEFAULT_EVENT_RULES];
