import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { ProblemList } from '../inspector/problem-list.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { useToasts } from '../ui/toasts.tsx';
import { ChangeList } from './change-list.tsx';
import { PlanInWords } from './plan-in-words.tsx';
import css from './publishing.module.css';
import { type Publication, usePublishingRefresh } from './use-publishing.ts';

type Journey = Answers['journeys']['get'];

interface CardProps {
  readonly journey: Journey;
  readonly publication: Publication;
}

/** What is asked for differs so from what is live. While it is asked for, it is the draft. */
function Changes({ journey }: { readonly journey: Journey }) {
  const { t } = useTranslation('publishing');
  const draft = useDocument((document) => document);
  const number = journey.liveVersion;
  const { data: live } = useQuery(
    useTRPC().journeys.version.queryOptions(
      { id: journey.id, number: number ?? 0 },
      { enabled: number !== null, staleTime: Number.POSITIVE_INFINITY },
    ),
  );
  if (live === undefined) return null;
  return (
    <>
      <p>{t('changes.title', { number })}</p>
      <ChangeList before={live} after={draft} />
    </>
  );
}

function Decide({ journey, publication }: CardProps) {
  const { t } = useTranslation('publishing');
  const toasts = useToasts();
  const refresh = usePublishingRefresh();
  const [note, setNote] = useState('');
  const decide = useMutation(
    useTRPC().publishing.decide.mutationOptions({
      onSuccess: (result) => {
        if (result === null) toasts.done(t('decide.declined'));
        else if (result.ok) toasts.done(t('decide.agreed'));
      },
      onSettled: () => refresh(journey.id),
    }),
  );
  const say = (agree: boolean) => decide.mutate({ id: journey.id, publicationId: publication.id, agree, note });
  return (
    <>
      <Textarea
        label={t('decide.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {decide.error && <ErrorNotice error={decide.error} />}
      <Group>
        <Button data-testid="approve" loading={decide.isPending} onClick={() => say(true)}>
          {t('decide.agree')}
        </Button>
        <Button variant="default" data-testid="decline" disabled={decide.isPending} onClick={() => say(false)}>
          {t('decide.decline')}
        </Button>
      </Group>
    </>
  );
}

function CallOff({ journey, publication }: CardProps) {
  const { t } = useTranslation('publishing');
  const refresh = usePublishingRefresh();
  const cancel = useMutation(useTRPC().publishing.cancel.mutationOptions({ onSettled: () => refresh(journey.id) }));
  return (
    <>
      {cancel.error && <ErrorNotice error={cancel.error} />}
      <Group>
        <Button
          variant="default"
          data-testid="call-off"
          loading={cancel.isPending}
          onClick={() => cancel.mutate({ id: journey.id, publicationId: publication.id })}
        >
          {t(publication.status === 'scheduled' ? 'callOff.scheduled' : 'callOff.requested')}
        </Button>
      </Group>
    </>
  );
}

/** What waits for its time or a second person: who asked, why, for when, and what can be done about it. */
export function PublicationCard({ journey, publication }: CardProps) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { readOnly } = useEditor();
  const { status, note, goLiveAt, requestedBy, requestedAt, decidedBy, decisionNote, draftChangedSince, canaryPercent, problems, mayDecide, isMine } =
    publication;
  const isOpen = status === 'requested' || status === 'scheduled' || status === 'reset';
  const tone = status === 'declined' || status === 'refused' ? 'bad' : status === 'scheduled' ? undefined : 'warn';
  return (
    <section className={css['card']} data-tone={tone} data-testid="publication" aria-label={t(`publication.${status}`)}>
      <b>{t(`publication.${status}`)}</b>
      <p>{t('publication.asked', { who: requestedBy, at: format.short(requestedAt) })}</p>
      {note !== '' && <p>“{note}”</p>}
      {goLiveAt !== null && isOpen && <p>{t('publication.at', { at: format.short(goLiveAt) })}</p>}
      {canaryPercent !== null && <p>{t('publication.share', { percent: canaryPercent })}</p>}
      {decidedBy !== null && <p>{t(status === 'declined' ? 'publication.declinedBy' : 'publication.agreedBy', { who: decidedBy })}</p>}
      {decisionNote !== '' && <p>“{decisionNote}”</p>}
      {status === 'scheduled' && <p className="muted">{t(draftChangedSince ? 'publication.asDrawnChanged' : 'publication.asDrawn')}</p>}
      {status === 'reset' && <p className="muted">{t('publication.resetHelp')}</p>}
      {status === 'requested' && !mayDecide && <p className="muted">{t('publication.waits')}</p>}
      {problems.length > 0 && <ProblemList problems={problems} withStep />}
      {isOpen && journey.liveVersion !== null && <PlanInWords plan={publication.plan} />}
      {mayDecide && <Changes journey={journey} />}
      {mayDecide && <Decide journey={journey} publication={publication} />}
      {isOpen && !readOnly && (isMine || !mayDecide) && <CallOff journey={journey} publication={publication} />}
    </section>
  );
}
