import { Button, Group, Modal, NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

type Segment = Answers['segments']['list'][number];

/** Offered to begin with, in leads per minute. */
const USUAL_RATE = 200;

/** Lets the leads of a segment into a live journey: which one, how fast, and how many they are. */
export function EnrolSegment({ segment, onClose }: { readonly segment: Segment | null; readonly onClose: () => void }) {
  const { t } = useTranslation(['segments', 'ui']);
  return (
    <Modal
      opened={segment !== null}
      onClose={onClose}
      title={t('enrol.title', { name: segment?.name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {segment !== null && <Fields segment={segment} onClose={onClose} />}
    </Modal>
  );
}

function Fields({ segment, onClose }: { readonly segment: Segment; readonly onClose: () => void }) {
  const { t } = useTranslation(['segments', 'ui']);
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [journeyId, setJourneyId] = useState<string | null>(null);
  const [paced, setPaced] = useState(true);
  const [perMinute, setPerMinute] = useState<number | string>(USUAL_RATE);
  const choice = { type: 'segment', segmentId: segment.id } as const;
  const { data: counted } = useQuery(trpc.bulk.count.queryOptions({ choice }, { staleTime: 0 }));
  const { data: journeys = [], error } = useQuery(trpc.journeys.list.queryOptions());
  const live = journeys.filter(({ status }) => status === 'live').map(({ id, name }) => ({ value: id, label: name }));
  const start = useMutation(
    trpc.bulk.start.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.bulk.pathKey() });
        onClose();
      },
    }),
  );
  const matching = counted?.matching ?? segment.matching;
  const rate = typeof perMinute === 'number' && Number.isInteger(perMinute) && perMinute >= 1 ? perMinute : null;
  const whole = journeyId !== null && matching > 0 && (!paced || rate !== null);
  return (
    <Stack>
      <p className="num" data-testid="bulk-count">
        {t('enrol.count', { count: matching, formatted: format.count(matching) })}
      </p>
      <Select
        label={t('enrol.journey')}
        placeholder={t('enrol.choose')}
        nothingFoundMessage={t('enrol.noJourney')}
        searchable
        data={live}
        value={journeyId}
        onChange={setJourneyId}
      />
      <Radio.Group label={t('enrol.rate')} value={paced ? 'paced' : 'fast'} onChange={(value) => setPaced(value === 'paced')}>
        <Stack gap={6} mt={6}>
          <Radio value="paced" label={t('enrol.paced')} />
          {paced && (
            <NumberInput
              aria-label={t('enrol.perMinute')}
              suffix={` ${t('enrol.unit')}`}
              min={1}
              max={100_000}
              allowDecimal={false}
              value={perMinute}
              onChange={setPerMinute}
            />
          )}
          <Radio value="fast" label={t('enrol.fast')} />
        </Stack>
      </Radio.Group>
      <small className="muted">{t('enrol.help')}</small>
      {(start.error ?? error) && <ErrorNotice error={start.error ?? error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button
          disabled={!whole}
          loading={start.isPending}
          onClick={() => journeyId !== null && start.mutate({ journeyId, choice, perMinute: paced ? rate : null })}
        >
          {t('enrol.start', { count: matching, formatted: format.count(matching) })}
        </Button>
      </Group>
    </Stack>
  );
}
