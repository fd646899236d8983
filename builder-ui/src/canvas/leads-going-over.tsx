import { Checkbox, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { NodeId } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { nameOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { useDocument, useEditor } from './editor.ts';

/** Asks, step by step, whether the leads that wait there go over to the new version; nobody does unless it is said. */
export function LeadsGoingOver({
  saved,
  value,
  onChange,
}: {
  /** The API looks at the draft as it has it. */
  readonly saved: boolean;
  readonly value: readonly NodeId[];
  readonly onChange: (steps: readonly NodeId[]) => void;
}) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const locale = useLocale();
  const { journeyId, types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  const { data, error } = useQuery(useTRPC().journeys.inside.queryOptions({ id: journeyId }, { enabled: saved, staleTime: 0 }));
  if (error) return <ErrorNotice error={error} />;
  if (data === undefined) return <SkeletonLines count={1} />;
  const waiting = nodes.flatMap((node) => {
    const step = data.find(({ nodeId, movable }) => movable && nodeId === node.id);
    return step === undefined ? [] : [{ id: node.id, name: nameOf(node, types, locale), here: step.here }];
  });
  if (waiting.length === 0) return null;
  return (
    <Checkbox.Group label={t('move.title')} description={t('move.help')} value={[...value]} onChange={onChange} data-testid="leads-going-over">
      <Stack gap={6} mt={6}>
        {waiting.map(({ id, name, here }) => (
          <Checkbox key={id} value={id} label={t('move.step', { count: here, formatted: format.count(here), step: name })} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
