/** The stored shape of journeys and conditions: reading, migrating, writing. The only door here that needs zod. */
export { conditionSchema, eventPatternSchema, propertyTestSchema } from './condition-schema.ts';
export type { DocumentProblem } from './document-problem.ts';
export { documentProblems } from './document-problems.ts';
export { edgeSchema, groupSchema, nodeSchema, noteSchema, SCHEMA_VERSION } from './document-schema.ts';
export { emptyDocument } from './empty-document.ts';
export { formatDocument, orderDocument } from './format-document.ts';
export { journeyScriptSchema, journeyTestSchema } from './journey-test-schema.ts';
export { jsonObjectSchema, jsonValueSchema } from './json-schema.ts';
export { MIGRATIONS, type Migration } from './migrations.ts';
export { type CurrentDocument, parseDocument, type ReadDocument, readDocument } from './read-document.ts';
export { NO_SENDING_RULES, readSendingRules, sendingRulesSchema, USUAL_SENDING_RULES } from './sending-rules-schema.ts';
export { type JourneySettings, settingsSchema } from './settings-schema.ts';
