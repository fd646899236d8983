import type { Program } from '../model/index.ts';
import { type JourneySettings, settingsSchema } from '../schema/index.ts';

const read = new WeakMap<Program, JourneySettings>();

/** A program's settings with all defaults. Programs are immutable, so each is read once while it is in memory. */
export function programSettings(program: Program): JourneySettings {
  const known = read.get(program);
  if (known !== undefined) return known;
  const answer = settingsSchema.safeParse(program.settings);
  const settings = answer.success ? answer.data : settingsSchema.parse({});
  read.set(program, settings);
  return settings;
}
