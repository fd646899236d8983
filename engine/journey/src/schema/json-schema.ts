import { z } from 'zod';
import type { Json, JsonObject } from '../model/index.ts';

/** Any JSON value. */
export const jsonValueSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(jsonValueSchema), z.record(z.string(), jsonValueSchema)]),
);

/** A JSON object, as configs and event properties are. */
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonValueSchema);
