import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '../api/trpc.ts';
import type { NameKind } from '../document/commands/map-names.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { useKnownNames } from '../inspector/use-names.ts';
import { useDocument, useEditor } from './editor.ts';

/** A name that exists, and what people call it. */
export interface ExistingName {
  readonly value: string;
  readonly label: string;
}

/** What exists in the workspace and in this journey, per kind of name. Undefined until it is read. */
export function useExistingNames(): Partial<Readonly<Record<NameKind, readonly ExistingName[]>>> | undefined {
  const { types, journeyId } = useEditor();
  const locale = useLocale();
  const known = useKnownNames();
  const { data: journeys } = useQuery(useTRPC().journeys.list.queryOptions());
  const nodes = useDocument((document) => document.nodes);
  return useMemo(() => {
    if (known === undefined || journeys === undefined) return undefined;
    const plain = (names: readonly string[]) => names.map((value) => ({ value, label: value }));
    const templates = (channel: string) =>
      known.templates.filter((template) => template.channel === channel).map(({ key, name }) => ({ value: key, label: name }));
    return {
      'template-email': templates('email'),
      'template-wecom': templates('wecom'),
      'template-sms': templates('sms'),
      topic: plain(known.topics),
      pool: plain(known.pools),
      people: plain(known.people),
      segment: plain(known.segments),
      'lead-field': plain(known.fields),
      journey: journeys.filter(({ id }) => id !== journeyId).map(({ id, name }) => ({ value: id, label: name })),
      step: nodes.map((node) => ({ value: node.id, label: nameOf(node, types, locale) })),
    };
  }, [known, journeys, nodes, types, locale, journeyId]);
}

/** The values alone. */
export const valuesOf = (
  names: Partial<Readonly<Record<NameKind, readonly ExistingName[]>>>,
): Partial<Readonly<Record<NameKind, readonly string[]>>> =>
  Object.fromEntries(Object.entries(names).map(([kind, list]) => [kind, list.map(({ value }) => value)]));
