/** What a new version means for leads that are inside an older one. Pure. */
export { choiceFor, type MoveChoice, type MovePlan, movesAll, movesNobody, type SettledMove, STAY_PUT, settleMove } from './move-plan.ts';
export { type LeadsAt, type PlanLine, type PublishPlan, planPublish } from './plan-publish.ts';
export type { StepChange } from './step-changes.ts';
