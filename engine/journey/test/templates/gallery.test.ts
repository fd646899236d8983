import { compile } from '@tendril/journey/compile';
import { DAY, LOCALES } from '@tendril/journey/model';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { inventLeads, simulateMany } from '@tendril/journey/simulator';
import { calledTemplates, drawTemplate, GALLERY } from '@tendril/journey/templates';
import { describe, expect, test } from 'vitest';
import { compiled, laboratoryOf } from '../simulator/laboratory.ts';

describe.each(GALLERY.map((template) => [template.key, template] as const))('the template %s', (key, template) => {
  test.each(LOCALES)('compiles without a warning in %s', (locale) => {
    const { ok, diagnostics } = compile(drawTemplate(template, { locale }), { nodeTypes: builtInNodeTypes });
    expect(diagnostics.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(ok).toBe(true);
  });

  test('means the same in every language, but for texts that people read', () => {
    const [zh, en] = LOCALES.map((locale) => drawTemplate(template, { locale }));
    expect(zh?.edges).toEqual(en?.edges);
    expect(zh?.nodes.map(({ id, kind, position }) => [id, kind, position])).toEqual(en?.nodes.map(({ id, kind, position }) => [id, kind, position]));
    expect(zh?.nodes.some(({ name }, index) => name !== en?.nodes[index]?.name)).toBe(true);
  });

  test('calls only journeys that are in the gallery, and takes their ids when they are given', () => {
    const called = calledTemplates(template);
    for (const other of called) expect(GALLERY.map((one) => one.key)).toContain(other);
    const ids = Object.fromEntries(called.map((other) => [other, `id-of-${other}`]));
    const drawn = drawTemplate(template, { locale: 'en', journeys: ids });
    const calls = drawn.nodes.flatMap(({ config }) => (typeof config['journey'] === 'string' ? [config['journey']] : []));
    expect(new Set(calls)).toEqual(new Set(Object.values(ids)));
  });

  test('puts no two steps on one another, and everything below what leads to it', () => {
    const { nodes, edges } = drawTemplate(template, { locale: 'en' });
    expect(new Set(nodes.map(({ position }) => `${position.x}/${position.y}`)).size).toBe(nodes.length);
    const rowOf = new Map(nodes.map(({ id, position }) => [id, position.y]));
    const upward = edges.filter(({ from, to }) => (rowOf.get(from) ?? 0) >= (rowOf.get(to) ?? 0));
    // Only loops lead back up.
    expect(upward.length).toBeLessThanOrEqual(nodes.filter(({ kind }) => kind === 'go-to' || kind === 'alert-owner').length);
  });

  test('brings every made-up lead to an end', () => {
    const program = compiled(drawTemplate(template, { locale: 'en' }));
    const entry = program.entries.find((id) => program.nodes[id]?.kind !== 'entry-new-lead') ?? program.entries[0] ?? '';
    const forecast = simulateMany(laboratoryOf(program), {
      leads: inventLeads(100, key),
      start: Date.UTC(2026, 2, 2, 2),
      arriveOver: 7 * DAY,
      horizon: 1_200 * DAY,
      seed: key,
      entry,
    });
    expect(forecast.inside).toBe(0);
    expect(forecast.outcomes).not.toHaveProperty('error');
  });
});
