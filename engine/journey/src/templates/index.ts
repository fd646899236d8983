/** Ready-made journeys for the gallery and the demo workspace. */
export { preNurtureSop } from './pre-nurture-sop.ts';
