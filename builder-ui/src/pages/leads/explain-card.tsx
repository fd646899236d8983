import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Explanation } from '../../explain/explanation.tsx';
import { useSession } from '../../shell/session-context.ts';
import { Card } from '../../ui/card.tsx';
import type { LeadDetail } from './lead-answers.ts';

/** Choose any journey and read why the lead is where it is in it, or why it never came in. SDRs choose among the lead's own. */
export function ExplainCard({ lead }: { readonly lead: LeadDetail }) {
  const { t } = useTranslation('explain');
  const { role } = useSession();
  const { data = [] } = useQuery(useTRPC().journeys.list.queryOptions(undefined, { enabled: role !== 'sdr' }));
  const own = lead.runs.map(({ journeyId, journeyName }) => ({ value: journeyId, label: journeyName }));
  const all = [...own, ...data.filter(({ status }) => status !== 'draft').map(({ id, name }) => ({ value: id, label: name }))];
  const options = all.filter(({ value }, index) => all.findIndex((other) => other.value === value) === index);
  const [chosen, setChosen] = useState<string | null>(null);
  const journeyId = chosen ?? options[0]?.value ?? null;
  if (journeyId === null) return null;
  return (
    <Card
      title={t('title')}
      aside={
        <Select aria-label={t('choose')} data={options} value={journeyId} onChange={setChosen} allowDeselect={false} searchable size="xs" w={260} />
      }
    >
      <Explanation journeyId={journeyId} leadId={lead.id} />
    </Card>
  );
}
