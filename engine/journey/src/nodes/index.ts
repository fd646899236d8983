/** Node types: how they are declared, the built-in ones, and what forms, canvas and intake ask of them. */
export { builtInDefinitions, builtInNodeTypes } from './built-in.ts';
export { type FieldHint, type FieldMeta, field } from './config-fields.ts';
export type {
  Bound,
  Branch,
  CheckContext,
  DueQuestion,
  Family,
  Interrupt,
  NodeDefinition,
  NodeReads,
  NodeStep,
  Port,
  SimulatedAnswer,
  SimulatedAnswers,
  SimulationContext,
  Stay,
  StepContext,
  WorkspaceNames,
} from './define-node.ts';
export { defineNode } from './define-node.ts';
export { ENTRY_RULES, type EntryAnswer, type EntryQuestion, type EntryRules, type EntrySettings, mayEnter } from './entry-rules.ts';
export type { EntryTrigger } from './entry-trigger.ts';
export { freshConfig, portsOf, summaryOf } from './read-node.ts';
export { createNodeTypes, type NodeTypes } from './registry.ts';
