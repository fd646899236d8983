import { compile } from '@tendril/journey/compile';
import { DAY, type Instant, type JourneyDocument } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { type Forecast, inventLeads, simulateMany } from '@tendril/journey/simulator';

/** What a forecast is asked for: a drawing, where it runs and from when. */
export interface ForecastRequest {
  readonly document: JourneyDocument;
  readonly timeZone: string;
  readonly start: Instant;
  readonly leads: number;
  readonly days: number;
}

/** Invents leads that come in evenly over the time, and sends them all through the drawing; null while it has errors. */
export function forecastOf({ document, timeZone, start, leads, days }: ForecastRequest, nodeTypes: NodeTypes): Forecast | null {
  const compiled = compile(document, { nodeTypes });
  if (!compiled.ok) return null;
  const seed = 'canvas';
  return simulateMany(
    { program: compiled.program, nodeTypes, timeZone },
    { leads: inventLeads(leads, seed), seed, start, arriveOver: days * DAY, horizon: days * DAY },
  );
}
