/** Ways to the outside: protocol in, typed answers out, no journey words. */
export { createSmtpChannel } from './smtp-channel.ts';
export { type WecomCall, wecomCalls } from './wecom-calls.ts';
export { createWecomChannel } from './wecom-channel.ts';
export { createWecomClient, type WecomClient } from './wecom-client.ts';
export { WecomError, type WecomFailure } from './wecom-error.ts';
