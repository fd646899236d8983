import { useDebouncedValue } from '@mantine/hooks';
import type { Forecast } from '@tendril/journey/simulator';
import { useEffect, useState } from 'react';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { arrangeForecast } from '../canvas/live-counts.ts';
import { useSession } from '../shell/session-context.ts';
import { virtualNow } from '../shell/workspace-clock.ts';
import type { ForecastRequest } from './forecast-request.ts';

/** What a forecast supposes: how many leads are invented, and over how many days they come in and are followed. */
export interface ForecastScale {
  readonly leads: number;
  readonly days: number;
}

const REST_MS = 400;

/** A forecast of the draft while `on`, made anew when the drawing rests; its volumes stand on the steps meanwhile. */
export function useForecast(on: boolean, { leads, days }: ForecastScale): { readonly forecast: Forecast | null; readonly busy: boolean } {
  const { live } = useEditor();
  const { clock, timeZone } = useSession().workspace;
  const drawing = useDocument((document) => document);
  const [rested] = useDebouncedValue(drawing, REST_MS);
  const [forecast, setForecast] = useState<Forecast | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!on) {
      setForecast(null);
      return;
    }
    setBusy(true);
    const worker = new Worker(new URL('./forecast.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Forecast | null>) => {
      setForecast(data);
      setBusy(false);
    };
    const start = virtualNow(clock, Date.now());
    const request: ForecastRequest = { document: rested, timeZone, start, leads, days };
    worker.postMessage(request);
    return () => worker.terminate();
  }, [on, rested, clock, timeZone, leads, days]);
  useEffect(() => {
    live.setState({ forecast: forecast === null ? null : arrangeForecast(forecast) });
    return () => live.setState({ forecast: null });
  }, [live, forecast]);
  return { forecast, busy };
}
