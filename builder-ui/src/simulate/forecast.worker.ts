import { builtInNodeTypes } from '@tendril/journey/nodes';
import { type ForecastRequest, forecastOf } from './forecast-request.ts';

/** Runs beside the page, so that a thousand simulated leads never make the canvas stutter. */
self.onmessage = ({ data }: MessageEvent<ForecastRequest>) => {
  self.postMessage(forecastOf(data, builtInNodeTypes));
};
