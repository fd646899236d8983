import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { nodeReads } from '../../src/compile/program-reads.ts';
import { LOCALES } from '../../src/model/index.ts';
import { builtInDefinitions, type FieldMeta, freshConfig, type NodeDefinition } from '../../src/nodes/index.ts';

const definitions: readonly NodeDefinition[] = builtInDefinitions;

/** The kinds that everybody spells alike: canvas, documents, templates and reports. */
const KINDS = [
  ...['entry-new-lead', 'entry-event', 'entry-segment', 'entry-form', 'entry-wecom-friend', 'entry-score', 'entry-tag', 'entry-date'],
  ...['entry-schedule', 'entry-silence', 'entry-manual', 'wait', 'wait-until', 'wait-for-window', 'wait-for-event', 'if-else', 'branch'],
  ...['score-gate', 'earlier-outcome', 'random-split', 'merge', 'go-to', 'sub-journey', 'goal', 'exit', 'send-email', 'send-wecom', 'send-sms'],
  ...['call-webhook', 'set-attribute', 'tag', 'adjust-score', 'move-to-pool', 'set-stage', 'emit-event', 'content-track', 'hand-to-sdr'],
  ...['notify-staff', 'alert-owner'],
];

test('the built-in types are those of the vocabulary', () => {
  expect(definitions.map(({ kind }) => kind).sort()).toEqual(KINDS.sort());
});

describe.each(definitions.map((definition) => [definition.kind, definition] as const))('%s', (kind, definition) => {
  const config = definition.config.parse(definition.example);

  test('says what it does, in both languages, with the values of its example', () => {
    for (const locale of LOCALES) {
      for (const text of [definition.title[locale], definition.help[locale], definition.summary(config, locale)]) expect(text.trim()).not.toBe('');
      expect(definition.summary(config, locale)).not.toMatch(/undefined|null|\[object|\{\{/);
    }
    expect(definition.summary(config, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
    expect(definition.title.en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('has ways out that are labelled and each there once', () => {
    const ports = definition.ports(config);
    expect(new Set(ports.map(({ id }) => id)).size).toBe(ports.length);
    for (const { label } of ports) for (const locale of LOCALES) expect(label[locale]).not.toBe('');
    expect(ports.length === 0).toBe(kind === 'exit');
  });

  test('describes every field of its form: label, input, and a name for each choice', () => {
    const schema = z.toJSONSchema(definition.config, { io: 'input' });
    for (const [name, part] of Object.entries(schema.properties ?? {})) {
      const { label, hint, options } = part as unknown as Partial<FieldMeta>;
      expect({ name, label: label !== undefined, hint: typeof hint }).toEqual({ name, label: true, hint: 'string' });
      const values = (part as { readonly enum?: readonly string[] }).enum ?? [];
      if (hint === 'choice' && kind !== 'call-webhook') expect(Object.keys(options ?? {})).toEqual(values);
    }
  });

  test('can be put on the canvas before anything is filled in', () => {
    const fresh = freshConfig(definition);
    expect(() => JSON.stringify(fresh)).not.toThrow();
    const whole = definition.config.safeParse(fresh);
    if (whole.success) expect(whole.data).toEqual(fresh);
  });

  test('declares its sentences under its own name', () => {
    for (const code of Object.keys(definition.sentences ?? {})) expect(code.startsWith(`${kind}.`)).toBe(true);
  });

  test('speaks of its own ways out only', () => {
    const ports = definition.ports(config).map(({ id }) => id);
    for (const port of Object.keys(definition.stays?.(config) ?? {})) expect(ports).toContain(port);
    for (const { port } of definition.branches?.(config) ?? []) expect(ports).toContain(port);
  });

  test('is an entry if and only if it says what starts a run', () => {
    expect(definition.entry !== undefined).toBe(definition.family === 'entry');
    expect(kind.startsWith('entry-')).toBe(definition.family === 'entry');
  });

  test('reads the events that its waits ask for', () => {
    const drawn = { id: 'x', kind, version: 1, name: '', config: {}, position: { x: 0, y: 0 } };
    const read = nodeReads({ drawn, definition, config, ports: [] }).events ?? [];
    for (const { event } of definition.interrupt?.(config).events ?? []) expect(read).toContain(event);
  });
});
