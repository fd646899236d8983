export { createSmtpChannel } from './smtp-channel.ts';
export { createWecomChannel } from './wecom-channel.ts';
export { createWecomClient, type WecomClient, WecomError } from './wecom-client.ts';
