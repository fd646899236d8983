/** Reads what WeCom calls back with: the envelope, its seal, and the message inside. */
export { type CallbackMessage, readCallbackMessage, readEncryptedBody } from './callback-message.ts';
export { readCallbackQuery } from './callback-query.ts';
export { type CallbackCredentials, type CallbackQuery, type CallbackSeal, createCallbackSeal, type OpenedCallback } from './callback-seal.ts';
