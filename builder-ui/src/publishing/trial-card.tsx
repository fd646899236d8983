import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { LeadsBack, type LeadsBackChoice } from './leads-back.tsx';
import { PlanInWords } from './plan-in-words.tsx';
import css from './publishing.module.css';
import { type Trial, usePublishingRefresh } from './use-publishing.ts';

const GUARDS = ['failure', 'unsubscribe', 'goal'] as const;

/** Both versions' numbers since the trial began, side by side, with the formula of each rate and its limit. */
function Numbers({ trial }: { readonly trial: Trial }) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { numbers, rates, limits, reason, version, against } = trial;
  const said = (count: number, rate: number | null) =>
    rate === null ? (
      '–'
    ) : (
      <>
        {t('trial.rate', { rate: format.count(Math.round(rate * 10) / 10) })}
        <small>{format.count(count)}</small>
      </>
    );
  const limitOf = { failure: limits.failurePoints, unsubscribe: limits.unsubscribePoints, goal: limits.goalPoints };
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('trial.since')}</th>
          <th scope="col">{t('trial.live', { version: against })}</th>
          <th scope="col">{t('trial.tried', { version })}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t('trial.entered')}</th>
          <td className="num">{format.count(numbers.live.entered)}</td>
          <td className="num">{format.count(numbers.trial.entered)}</td>
        </tr>
        {GUARDS.map((guard) => (
          <tr key={guard} data-over={reason?.guard === guard}>
            <th scope="row">
              {t(`trial.${guard}`)}
              <small>{t(`trial.formula.${guard}`)}</small>
              <small>
                {limitOf[guard] === null
                  ? t('limits.notWatched')
                  : t(`trial.limit.${guard === 'goal' ? 'lower' : 'higher'}`, { points: limitOf[guard] })}
              </small>
            </th>
            <td className="num">{said(numbers.live[guard], rates.live[guard])}</td>
            <td className="num">{said(numbers.trial[guard], rates.trial[guard])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TakeBack({ trial, onClose, opened }: { readonly trial: Trial; readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('publishing');
  const { journeyId } = useEditor();
  const refresh = usePublishingRefresh();
  const [leads, setLeads] = useState<LeadsBackChoice>('finish');
  const words = { version: trial.version, against: trial.against };
  const takeBack = useMutation(
    useTRPC().publishing.takeBack.mutationOptions({
      onSuccess: onClose,
      onSettled: () => refresh(journeyId),
    }),
  );
  return (
    <Modal opened={opened} onClose={onClose} title={t('takeBack.title', words)} closeButtonProps={{ 'aria-label': t('takeBack.cancel') }}>
      <Stack>
        <p>{t('takeBack.help', words)}</p>
        <LeadsBack {...words} value={leads} onChange={setLeads} />
        {takeBack.error && <ErrorNotice error={takeBack.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('takeBack.cancel')}
          </Button>
          <Button data-testid="take-back-submit" loading={takeBack.isPending} onClick={() => takeBack.mutate({ id: journeyId, leads })}>
            {t('takeBack.submit')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** A version on trial: how it does beside the live one, and the way on or back. */
export function TrialCard({ trial }: { readonly trial: Trial }) {
  const { t } = useTranslation('publishing');
  const format = useFormat();
  const { journeyId, readOnly } = useEditor();
  const confirm = useConfirm();
  const refresh = usePublishingRefresh();
  const [asking, setAsking] = useState(false);
  const goToAll = useMutation(useTRPC().publishing.goToAll.mutationOptions({ onSettled: () => refresh(journeyId) }));
  const { version, against, percent, status, reason } = trial;
  const points = (value: number): string => format.count(Math.round(value * 10) / 10);
  const ask = async () => {
    const words = { version, against };
    if (await confirm({ title: t('toAll.title', words), body: t('toAll.body', words), confirm: t('toAll.confirm') }))
      goToAll.mutate({ id: journeyId });
  };
  return (
    <section
      className={css['card']}
      data-tone={status === 'stopped' ? 'bad' : undefined}
      data-testid="trial"
      aria-label={t('trial.title', { version })}
    >
      <b>{t('trial.title', { version })}</b>
      <p>{status === 'stopped' ? t('trial.stopped', { version, against }) : t('trial.running', { version, against, percent })}</p>
      {reason && (
        <p role="alert">
          {t(`trial.over.${reason.guard}`, { trial: points(reason.trial), live: points(reason.live), points: points(reason.points) })}
        </p>
      )}
      <Numbers trial={trial} />
      <PlanInWords plan={trial.plan} />
      {goToAll.error && <ErrorNotice error={goToAll.error} />}
      {!readOnly && (
        <Group>
          <Button data-testid="to-all" loading={goToAll.isPending} onClick={() => void ask()}>
            {t('toAll.action')}
          </Button>
          <Button variant="default" data-testid="take-back" onClick={() => setAsking(true)}>
            {t('takeBack.action')}
          </Button>
        </Group>
      )}
      <TakeBack trial={trial} opened={asking} onClose={() => setAsking(false)} />
    </section>
  );
}
