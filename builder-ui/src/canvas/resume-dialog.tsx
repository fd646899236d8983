import { Button, Group, Modal, NumberInput, Radio, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useFormat } from '../i18n/format.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { useEditor, useView } from './editor.ts';
import { useJourneyRefresh } from './pause-button.tsx';

type Journey = Answers['journeys']['get'];

const LATE = ['send', 'skip', 'shift'] as const;
type Late = (typeof LATE)[number];

/** Choices for spreading the burst, in minutes of workspace time. */
const SPREADS = [0, 10, 60, 240, 1440] as const;

function useSpreads() {
  const { t } = useTranslation('canvas');
  return SPREADS.map((minutes) => ({
    value: String(minutes),
    label: minutes === 0 ? t('resume.atOnce') : minutes < 60 ? t('resume.minutes', { count: minutes }) : t('resume.hours', { count: minutes / 60 }),
  }));
}

function ResumeForm({ journey, onClose }: { readonly journey: Journey; readonly onClose: () => void }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const toasts = useToasts();
  const refresh = useJourneyRefresh();
  const spreads = useSpreads();
  const held = journey.pause?.held ?? 0;
  const [late, setLate] = useState<Late>('send');
  const [hours, setHours] = useState<number | string>(24);
  const [spread, setSpread] = useState(0);
  const resume = useMutation(
    useTRPC().journeys.resume.mutationOptions({
      onSuccess: async () => {
        await refresh(journey.id);
        toasts.done(t('resume.done'));
        onClose();
      },
    }),
  );
  return (
    <Stack>
      <p data-testid="burst">{held === 0 ? t('resume.burst_zero') : t('resume.burst', { count: held, formatted: format.count(held) })}</p>
      <Radio.Group label={t('resume.late')} value={late} onChange={(value) => setLate(LATE.find((one) => one === value) ?? 'send')}>
        <Stack gap={8} mt={6}>
          {LATE.map((one) => (
            <Radio key={one} value={one} label={t(`resume.${one}`)} description={t(`resume.${one}Help`)} />
          ))}
        </Stack>
      </Radio.Group>
      {late === 'skip' && <NumberInput label={t('resume.limit')} value={hours} onChange={setHours} min={0} max={8760} />}
      <Select
        label={t('resume.spread')}
        data={spreads}
        value={String(spread)}
        onChange={(value) => setSpread(Number(value ?? 0))}
        allowDeselect={false}
        checkIconPosition="right"
      />
      {resume.error && <ErrorNotice error={resume.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('resume.cancel')}
        </Button>
        <Button
          data-testid="resume-submit"
          loading={resume.isPending}
          disabled={late === 'skip' && typeof hours !== 'number'}
          onClick={() => resume.mutate({ id: journey.id, late, skipAfterHours: typeof hours === 'number' ? hours : 0, spreadMinutes: spread })}
        >
          {t('resume.submit')}
        </Button>
      </Group>
    </Stack>
  );
}

/** How a paused journey goes on: how many leads at once, what is too late, and over what time. */
export function ResumeDialog({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'resume');
  const close = () => editor.view.setState({ dialog: null });
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('resume.title', { name: journey.name })}
      size={520}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      <ResumeForm journey={journey} onClose={close} />
    </Modal>
  );
}
