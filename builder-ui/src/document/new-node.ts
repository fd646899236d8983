import type { DocumentNode, NodeId } from '@tendril/journey/model';
import { freshConfig, type NodeDefinition } from '@tendril/journey/nodes';
import type { Point } from './geometry.ts';

/** Makes ids of steps and notes; tests count instead. */
export type NewId = () => string;

const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A short random id, unique for all practical purposes within one journey. */
export function randomId(): NodeId {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('');
}

/** A fresh step of a type, at a place. */
export const newNode = (definition: NodeDefinition, id: NodeId, position: Point): DocumentNode => ({
  id,
  kind: definition.kind,
  version: definition.version,
  name: '',
  config: freshConfig(definition),
  position,
});
