import { hkdfSync } from 'node:crypto';
import { createTrackingLinks, type TrackingLinks } from './tracking-links.ts';

/** Path below the public address under which all tracking links stand. */
export const TRACKING_PATH = '/t';

/**
 * The tracking links of one installation: the worker writes them, the API reads them, both from the same secret.
 * @param options.publicUrl address at which leads reach Tendril
 * @param options.secret the installation's secret; the signing key is derived from it
 */
export function installationLinks({ publicUrl, secret }: { publicUrl: string; secret: string }): TrackingLinks {
  const key = Buffer.from(hkdfSync('sha256', secret, 'tendril', 'tracking-links', 32)).toString('hex');
  return createTrackingLinks({ baseUrl: `${publicUrl.replace(/\/+$/, '')}${TRACKING_PATH}`, keys: { current: 'k1', secrets: { k1: key } } });
}
