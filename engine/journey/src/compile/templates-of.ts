import { valuesByHint } from '../nodes/hinted-fields.ts';
import type { SoundNode } from './graph.ts';

/** A template a step uses, the channel it must be for, and the config field that names it. */
export interface UsedTemplate {
  readonly template: string;
  readonly channel: string;
  readonly field: string;
}

const CHANNELS = { 'template-email': 'email', 'template-wecom': 'wecom', 'template-sms': 'sms' } as const;

/** All templates that a step may send. */
export function templatesOf({ definition, config }: SoundNode): readonly UsedTemplate[] {
  const named = Object.entries(CHANNELS).flatMap(([hint, channel]) =>
    valuesByHint(definition, config, hint as keyof typeof CHANNELS).flatMap(({ name, value }) =>
      typeof value === 'string' ? [{ template: value, channel, field: name }] : [],
    ),
  );
  const items = valuesByHint(definition, config, 'content-items').flatMap(({ name, value }) =>
    Array.isArray(value)
      ? (value as readonly { readonly template: string }[]).map(({ template }, index) => ({
          template,
          channel: 'email',
          field: `${name}.${index}.template`,
        }))
      : [],
  );
  return [...named, ...items];
}
