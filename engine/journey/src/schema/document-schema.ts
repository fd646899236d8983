import { z } from 'zod';
import { CANVAS_COLORS, type DocumentEdge, type DocumentGroup, type DocumentNode, type DocumentNote } from '../model/index.ts';
import { journeyTestSchema } from './journey-test-schema.ts';
import { jsonObjectSchema } from './json-schema.ts';
import { settingsSchema } from './settings-schema.ts';

/** Version of the stored shape that this code writes. Older ones are migrated when read. */
export const SCHEMA_VERSION = 3;

const id = z.string().min(1).max(100);

const positionSchema = z.strictObject({ x: z.number(), y: z.number() });

/** A step as stored. Its config is checked by the compiler, since a draft may be half done. */
export const nodeSchema: z.ZodType<DocumentNode> = z.strictObject({
  id,
  kind: z.string().min(1).max(100),
  version: z.number().int().positive(),
  name: z.string().max(200),
  config: jsonObjectSchema,
  disabled: z.boolean().exactOptional(),
  position: positionSchema,
});

/** A connection as stored. Where it leads is checked by the compiler. */
export const edgeSchema: z.ZodType<DocumentEdge> = z.strictObject({ from: id, port: id, to: id });

/** A remark as stored. */
export const noteSchema: z.ZodType<DocumentNote> = z.strictObject({
  id,
  text: z.string().max(10_000),
  position: positionSchema,
  size: z.strictObject({ width: z.number().positive(), height: z.number().positive() }),
  color: z.enum(CANVAS_COLORS).exactOptional(),
});

/** A frame as stored. Members that are not drawn (any more) are passed over by whoever shows it. */
export const groupSchema: z.ZodType<DocumentGroup> = z.strictObject({
  id,
  title: z.string().max(200),
  color: z.enum(CANVAS_COLORS).exactOptional(),
  collapsed: z.boolean().exactOptional(),
  members: z.array(id),
});

/** The whole stored document in its current version. */
export const documentSchema = z.strictObject({
  format: z.literal('tendril.journey'),
  schemaVersion: z.literal(SCHEMA_VERSION),
  name: z.string().max(200),
  settings: settingsSchema,
  nodes: z.array(nodeSchema),
  edges: z.array(edgeSchema),
  notes: z.array(noteSchema),
  groups: z.array(groupSchema).exactOptional(),
  tests: z.array(journeyTestSchema).exactOptional(),
});
