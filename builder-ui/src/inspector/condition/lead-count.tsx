import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Condition, EventPattern } from '@tendril/journey/model';
import { conditionSchema } from '@tendril/journey/schema';
import { useTranslation } from 'react-i18next';
import { useTRPCClient } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';

/** A form rests for so long before leads are counted again, in real ms. */
const REST_MS = 400;

/** For so long a number counts as present, in real ms. */
const FRESH_MS = 10_000;

/** How far back an event is looked for, in days. */
const EVENT_DAYS = 30;

/** Counts the leads that match, once the form rests; asks nothing while the condition is unfinished. */
function useLeadCount(condition: Condition) {
  const client = useTRPCClient();
  const [text] = useDebouncedValue(JSON.stringify(condition), REST_MS);
  const rested = conditionSchema.safeParse(JSON.parse(text));
  return useQuery({
    queryKey: ['count-leads', text],
    queryFn: () => client.journeys.countLeads.mutate({ condition: JSON.parse(text) as Condition }),
    enabled: rested.success,
    ...(rested.success ? { placeholderData: keepPreviousData } : {}),
    staleTime: FRESH_MS,
    retry: false,
  });
}

function Count({ condition, says }: { readonly condition: Condition; readonly says: 'matching' | 'events' }) {
  const { t } = useTranslation('nodes');
  const format = useFormat();
  const { data, isError, isFetching } = useLeadCount(condition);
  if (isError) return <small className="muted">{t('leadCount.failed')}</small>;
  if (data === undefined) return null;
  return (
    <small className="muted num" role="status" aria-busy={isFetching} data-testid="lead-count">
      {data.exact ? t(`leadCount.${says}`, { count: data.matching, formatted: format.count(data.matching) }) : t('leadCount.about')}
    </small>
  );
}

/** How many leads of the workspace match a condition now. */
export const ConditionCount = ({ condition }: { readonly condition: Condition }) => <Count condition={condition} says="matching" />;

/** How many leads did something lately. */
export const EventCount = ({ pattern: { event, where } }: { readonly pattern: EventPattern }) => (
  <Count
    condition={{
      test: { of: 'events', name: event, measure: 'count', withinDays: EVENT_DAYS, ...(where ? { where } : {}) },
      operator: 'gte',
      value: 1,
    }}
    says="events"
  />
);
