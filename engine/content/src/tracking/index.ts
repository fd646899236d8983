/** Addresses that come back to us: tracked links, unsubscribe links and return paths, all sealed against forgery. */
export { type BounceAddresses, createBounceAddresses } from './bounce-address.ts';
export { installationBounces, installationLinks, TRACKING_PATH } from './installation-links.ts';
export { readToken, signToken } from './signed-token.ts';
export { type TokenKeys, tokenKeys } from './token-keys.ts';
export { createTrackingLinks, type TrackingLinks, type TrackingToken } from './tracking-links.ts';
