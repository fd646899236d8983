import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { BackTestPanel } from './back-test-panel.tsx';
import { ForecastLine } from './forecast-line.tsx';
import { OneLead } from './one-lead.tsx';
import css from './time-machine.module.css';
import { type ForecastScale, useForecast } from './use-forecast.ts';

type Mode = 'one' | 'many' | 'past';

/** What a forecast may suppose. */
const LEADS = [100, 1_000, 5_000];
const DAYS = [30, 90];

function ManyLeads() {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const [scale, setScale] = useState<ForecastScale>({ leads: 1_000, days: 30 });
  const { forecast, busy } = useForecast(true, scale);
  return (
    <>
      <div className={css['head']}>
        <Select
          w={150}
          aria-label={t('forecast.howMany')}
          allowDeselect={false}
          data={LEADS.map((leads) => ({ value: String(leads), label: t('forecast.leadsOption', { count: leads, formatted: format.count(leads) }) }))}
          value={String(scale.leads)}
          onChange={(leads) => setScale({ ...scale, leads: Number(leads) })}
        />
        <Select
          w={150}
          aria-label={t('forecast.howLong')}
          allowDeselect={false}
          data={DAYS.map((days) => ({ value: String(days), label: t('forecast.daysOption', { count: days }) }))}
          value={String(scale.days)}
          onChange={(days) => setScale({ ...scale, days: Number(days) })}
        />
        <span className="muted">{t('forecast.legend')}</span>
      </div>
      <ForecastLine forecast={forecast} busy={busy} />
    </>
  );
}

function OpenTimeMachine() {
  const { t } = useTranslation(['canvas', 'tryout']);
  const [mode, setMode] = useState<Mode>('one');
  return (
    <section className={css['machine']} aria-label={t('timeMachine.title')}>
      <div className={css['title']}>
        <b>{t('timeMachine.title')}</b>
        <SegmentedControl
          aria-label={t('timeMachine.mode')}
          value={mode}
          data={[
            { value: 'one', label: t('timeMachine.one') },
            { value: 'many', label: t('timeMachine.many') },
            { value: 'past', label: t('tryout:backTest.title') },
          ]}
          onChange={(value) => setMode(value === 'many' || value === 'past' ? value : 'one')}
        />
      </div>
      {mode === 'one' && <OneLead />}
      {mode === 'many' && <ManyLeads />}
      {mode === 'past' && <BackTestPanel />}
    </section>
  );
}

/**
 * Tries the draft out with the machine that decides for real leads: one lead through time, a forecast of many invented ones,
 * or past leads played through it.
 * Nothing is sent to anybody.
 */
export function TimeMachine() {
  const open = useView((view) => view.timeMachine);
  return open ? <OpenTimeMachine /> : null;
}
