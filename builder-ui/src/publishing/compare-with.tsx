import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { JourneyDocument } from '@tendril/journey/model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { ChangeList } from './change-list.tsx';

const DRAFT = 'draft';

/** Compares a version with any other one, or with the draft, in sentences: from the older to the newer. */
export function CompareWith({ number, version }: { readonly number: number; readonly version: JourneyDocument }) {
  const { t } = useTranslation('publishing');
  const { journeyId } = useEditor();
  const trpc = useTRPC();
  const draft = useDocument((document) => document);
  const { data: versions = [] } = useQuery(trpc.journeys.versions.queryOptions({ id: journeyId }));
  const [chosen, setChosen] = useState(DRAFT);
  const other = chosen === DRAFT ? null : Number(chosen);
  const { data } = useQuery(
    trpc.journeys.version.queryOptions({ id: journeyId, number: other ?? 0 }, { enabled: other !== null, staleTime: Number.POSITIVE_INFINITY }),
  );
  const against = other === null ? draft : data;
  const isNewer = other === null || other > number;
  return (
    <>
      <Select
        label={t('compare.with')}
        data={[
          { value: DRAFT, label: t('compare.draft') },
          ...versions
            .filter((row) => row.number !== number)
            .map((row) => ({ value: String(row.number), label: t('compare.version', { number: row.number }) })),
        ]}
        value={chosen}
        onChange={(value) => setChosen(value ?? DRAFT)}
        allowDeselect={false}
        mb={8}
      />
      {against === undefined ? <SkeletonLines count={2} /> : <ChangeList before={isNewer ? version : against} after={isNewer ? against : version} />}
    </>
  );
}
