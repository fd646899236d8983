/** The machine: what one lead does next. Pure, deterministic and total. */
export { advance } from './advance.ts';
export { applyEffect, type EffectPlace } from './apply-effect.ts';
export { ERROR_OUTCOME, MOST_NODES_PER_STEP } from './walk.ts';
