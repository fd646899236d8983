/** Ready-made journeys for the gallery and the demo workspace. */
export { GALLERY } from './gallery.ts';
export { calledTemplates, type DrawOptions, drawTemplate, type JourneyTemplate } from './journey-template.ts';
export { preNurtureSop } from './pre-nurture-sop.ts';
