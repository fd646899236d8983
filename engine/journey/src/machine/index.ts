/** The machine: what one lead does next. Pure, deterministic and total. */
export { advance, HOLDOUT_OUTCOME } from './advance.ts';
export { applyEffect, type EffectPlace } from './apply-effect.ts';
export {
  type FoundInterrupt,
  findInterrupt,
  GOAL_BEFORE_OUTCOME,
  GOAL_OUTCOME,
  type InterruptQuestion,
  interruptPatterns,
} from './find-interrupt.ts';
export type { GoingOver } from './go-over.ts';
export { heldBack, isHeldBack } from './held-step.ts';
export { quietHold } from './hold-send.ts';
export { mayMove } from './may-move.ts';
export { programSettings } from './program-settings.ts';
export { sendOn } from './send-on.ts';
export { stableShare } from './stable-share.ts';
export { ERROR_OUTCOME, MOST_NODES_PER_STEP } from './walk.ts';
