import type { Json, JsonObject } from '../../model/index.ts';

/**
 * Version 1 kept free settings and no notes if there were none. Version 2 always has `notes`, and its settings are a
 * fixed list: `goalEvent` became `goal`, `exitEvents` became `exits`, `maxEmailsPerWeek` became a cap, and quiet hours
 * written as `22:00-08:00` became two times.
 */
export function normaliseSettings(document: JsonObject): JsonObject {
  const { settings, notes, ...rest } = document;
  return {
    ...rest,
    schemaVersion: 2,
    settings: settings === undefined ? {} : isObject(settings) ? renameSettings(settings) : settings,
    notes: notes ?? [],
  };
}

function renameSettings(settings: JsonObject): JsonObject {
  const { goalEvent, exitEvents, maxEmailsPerWeek, quietHours, ...rest } = settings;
  return {
    ...rest,
    ...(typeof goalEvent === 'string' ? { goal: { name: goalEvent, when: { event: { event: goalEvent } } } } : {}),
    ...(Array.isArray(exitEvents) ? { exits: exitEvents.map((event) => ({ when: { event: { event } }, outcome: 'exited' })) } : {}),
    ...(typeof maxEmailsPerWeek === 'number' ? { caps: [{ channel: 'email', count: maxEmailsPerWeek, per: '7d' }] } : {}),
    ...(quietHours === undefined ? {} : { quietHours: readQuietHours(quietHours) }),
  };
}

function readQuietHours(value: Json): Json {
  const match = typeof value === 'string' ? /^(\d{1,2}:\d{2})-(\d{1,2}:\d{2})$/.exec(value) : null;
  return match === null ? value : { from: match[1] ?? '', to: match[2] ?? '' };
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
