import { hkdfSync } from 'node:crypto';
import { type BounceAddresses, createBounceAddresses } from './bounce-address.ts';
import type { TokenKeys } from './token-keys.ts';
import { createTrackingLinks, type TrackingLinks } from './tracking-links.ts';

/** Path below the public address under which all tracking links stand. */
export const TRACKING_PATH = '/t';

/**
 * The tracking links of one installation: the worker writes them, the API reads them, both from the same secret.
 * @param options.publicUrl address at which leads reach Tendril
 * @param options.secret the installation's secret; the signing key is derived from it
 */
export function installationLinks({ publicUrl, secret }: { publicUrl: string; secret: string }): TrackingLinks {
  return createTrackingLinks({ baseUrl: `${publicUrl.replace(/\/+$/, '')}${TRACKING_PATH}`, keys: keysFor('tracking-links', secret) });
}

/** The return paths of one installation below a domain: the worker writes them, whoever reads bounces reads them. */
export function installationBounces({ domain, secret }: { domain: string; secret: string }): BounceAddresses {
  return createBounceAddresses({ domain, keys: keysFor('bounce-addresses', secret) });
}

function keysFor(purpose: string, secret: string): TokenKeys {
  return { current: 'k1', secrets: { k1: Buffer.from(hkdfSync('sha256', secret, 'tendril', purpose, 32)).toString('hex') } };
}
