import { Alert, Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Diagnostic } from '@tendril/journey/model';
import { type MovePlan, STAY_PUT } from '@tendril/journey/versions';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import type { Autosave } from '../document/autosave.ts';
import { useFormat } from '../i18n/format.ts';
import { ProblemList } from '../inspector/problem-list.tsx';
import { AlreadyWaiting } from '../publishing/already-waiting.tsx';
import { PublishOutcome } from '../publishing/publish-outcome.tsx';
import { PublishPlan } from '../publishing/publish-plan.tsx';
import { usePublishing, usePublishingRefresh } from '../publishing/use-publishing.ts';
import { WhenFields } from '../publishing/when-fields.tsx';
import { AT_ONCE, isWhole, whenForApi } from '../publishing/when-it-goes-live.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { BackfillQuestion } from './backfill-question.tsx';
import { checkingOf } from './checking.ts';
import { useEditor, useView } from './editor.ts';
import { useChecking, useCounts } from './live-store.ts';
import { MoveProgress } from './move-progress.tsx';

type Journey = Answers['journeys']['get'];
type Result = Answers['journeys']['publish'];

function Done({ result, onClose }: { readonly result: Result; readonly onClose: () => void }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  return (
    <Stack role="status" data-testid="published">
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <IconCircleCheck size={22} color="var(--accent)" aria-hidden />
        <div>
          <PublishOutcome result={result} />
          {result.enrolled > 0 && <p>{t('publish.enrolled', { count: result.enrolled, formatted: format.count(result.enrolled) })}</p>}
        </div>
      </Group>
      {result.version !== null && <MoveProgress of={result.version} />}
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {t('publish.watch')}
        </Button>
      </Group>
    </Stack>
  );
}

function Consequences({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const inside = useCounts()?.inNow ?? 0;
  if (journey.liveVersion === null) return <p>{t('publish.first')}</p>;
  return (
    <p>
      {inside > 0
        ? t('publish.inside', { count: inside, formatted: format.count(inside), version: journey.liveVersion })
        : t('publish.next', { version: journey.liveVersion })}
    </p>
  );
}

/** Saves the drawing before anything is counted: the API counts what it has. */
function useSaved(autosave: Autosave): boolean {
  const [saved, setSaved] = useState(false);
  useEffect(() => void autosave.flush().then(setSaved), [autosave]);
  return saved;
}

function PublishForm({
  journey,
  autosave,
  onDone,
}: {
  readonly journey: Journey;
  readonly autosave: Autosave;
  readonly onDone: (result: Result) => void;
}) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const trpc = useTRPC();
  const { all, errors } = useChecking();
  const [note, setNote] = useState('');
  const [enrol, setEnrol] = useState<boolean | null>(null);
  const [plan, setPlan] = useState<MovePlan>(STAY_PUT);
  const [when, setWhen] = useState(AT_ONCE);
  const { data: state } = usePublishing(journey.id);
  const refresh = usePublishingRefresh();
  const saved = useSaved(autosave);
  const { data: counted } = useQuery(trpc.journeys.countMatching.queryOptions({ id: journey.id }, { enabled: saved && errors === 0, staleTime: 0 }));
  const matching = counted?.matching ?? 0;
  const mustAnswer = counted === undefined || (matching > 0 && enrol === null);
  const [refused, setRefused] = useState<readonly Diagnostic[] | null>(null);
  const publish = useMutation(
    trpc.journeys.publish.mutationOptions({
      onSuccess: async (result) => {
        if (!result.ok) {
          setRefused(result.diagnostics);
          editor.live.setState({ checking: checkingOf(result.diagnostics) });
          return;
        }
        await refresh(journey.id);
        onDone(result);
      },
    }),
  );
  const submit = async () => {
    if (await autosave.flush()) publish.mutate({ id: journey.id, note, enrolMatching: enrol ?? false, plan, ...whenForApi(when) });
  };
  const problems = refused ?? all;
  const { data: versions = [] } = useQuery(trpc.journeys.versions.queryOptions({ id: journey.id }));
  // A version that was only tried has its number too.
  const nextVersion = Math.max(journey.liveVersion ?? 0, ...versions.map(({ number }) => number)) + 1;
  return (
    <Stack>
      <Consequences journey={journey} />
      {errors > 0 && (
        <Alert color="red" variant="light" title={t('publish.blocked', { count: errors })}>
          {t('publish.blockedHelp')}
        </Alert>
      )}
      {problems.length > 0 && <ProblemList problems={problems} withStep />}
      {errors === 0 && journey.liveVersion !== null && <PublishPlan saved={saved} value={plan} onChange={setPlan} />}
      {errors === 0 && <BackfillQuestion matching={matching} value={enrol} onChange={setEnrol} />}
      <Textarea
        label={t('publish.note')}
        placeholder={t('publish.notePlaceholder')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        data-autofocus
      />
      {errors === 0 && <WhenFields value={when} onChange={setWhen} mayTry={journey.liveVersion !== null} />}
      <AlreadyWaiting state={state} />
      {publish.error && <ErrorNotice error={publish.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={() => editor.view.setState({ dialog: null })}>
          {t('publish.cancel')}
        </Button>
        <Button
          data-testid="publish-submit"
          disabled={errors > 0 || mustAnswer || !isWhole(when)}
          loading={publish.isPending}
          onClick={() => void submit()}
        >
          {t(state?.needsApproval ? 'publish.ask' : `publish.submit.${when.how}`, { version: nextVersion, percent: when.percent })}
        </Button>
      </Group>
    </Stack>
  );
}

/** What publishing does, said before it is done: problems, leads inside, leads that already match, and why. */
export function PublishDialog({ journey, autosave }: { readonly journey: Journey; readonly autosave: Autosave }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'publish');
  const [result, setResult] = useState<Result | null>(null);
  const close = () => {
    editor.view.setState({ dialog: null });
    setResult(null);
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('publish.title', { name: journey.name })}
      size={720}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      {result ? <Done result={result} onClose={close} /> : <PublishForm journey={journey} autosave={autosave} onDone={setResult} />}
    </Modal>
  );
}
