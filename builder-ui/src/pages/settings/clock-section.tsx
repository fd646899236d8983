import { Alert, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { useSession } from '../../shell/session-context.ts';
import { virtualNow } from '../../shell/workspace-clock.ts';
import { Card } from '../../ui/card.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { useRealTimeValue } from '../../ui/use-clock-value.ts';
import { DAY_LENGTHS, factorOf } from './clock-factors.ts';
import { SectionHead } from './section-head.tsx';
import css from './settings.module.css';

/** How fast time passes: real time always, except in a demo. */
export function ClockSection() {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { workspace } = useSession();
  const { clock } = workspace;
  const now = useRealTimeValue((real) => format.exact(virtualNow(clock, real)));
  const set = useSetClock();
  if (workspace.kind !== 'demo') return <Alert color="gray">{t('clock.production')}</Alert>;
  const chosen = DAY_LENGTHS.find((seconds) => factorOf(seconds) === (set.isPending ? set.variables.factor : clock.factor));
  return (
    <>
      <SectionHead note={t('clock.note')} />
      <div className={css['clock']}>
        <Card>
          <p>
            {t('clock.now')} <b className="num">{now}</b>
          </p>
        </Card>
        <Radio.Group
          label={t('clock.title')}
          value={chosen === undefined ? null : String(chosen)}
          onChange={(value) => set.mutate({ factor: factorOf(Number(value)) })}
        >
          <Stack gap={8} mt={8}>
            {DAY_LENGTHS.map((seconds) => (
              <Radio
                key={seconds}
                value={String(seconds)}
                disabled={set.isPending}
                label={factorOf(seconds) === 1 ? t('clock.real') : t('clock.dayIs', { length: format.duration(seconds * 1000) })}
                description={t(`clock.help.${seconds}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === undefined ? <p className="muted">{t('clock.other', { factor: format.count(clock.factor) })}</p> : null}
        <p className="muted">{t('clock.effect')}</p>
      </div>
    </>
  );
}

function useSetClock() {
  const { t } = useTranslation('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.settings.setClockFactor.mutationOptions({
      onError: toasts.failed,
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.session.me.queryKey() });
        toasts.done(t('clock.set'));
      },
    }),
  );
}
