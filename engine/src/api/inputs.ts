import type { JourneyDocument, JsonObject } from '@tendril/journey/model';
import { z } from 'zod';

/** Inputs that several doors share. */
export const byId = z.object({ id: z.uuid() });

export const role = z.enum(['marketer', 'sdr', 'manager', 'admin']);

export const jsonObject = z.record(z.string(), z.json()) as z.ZodType<JsonObject>;

/** A whole drawing. Its shape is checked again, with sentences for people, by the journey schema. */
export const journeyDocument = z.looseObject({ format: z.literal('tendril.journey') }) as unknown as z.ZodType<JourneyDocument>;
