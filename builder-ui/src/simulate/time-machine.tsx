import { SegmentedControl, Select } from '@mantine/core';
import { simulateScript } from '@tendril/journey/simulator';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentDocument, useEditor, useView } from '../canvas/editor.ts';
import { useFormat } from '../i18n/format.ts';
import { useWorkspaceNow } from '../shell/session-context.ts';
import { ForecastLine } from './forecast-line.tsx';
import { freshScript } from './made-up-script.ts';
import { SavedTests } from './saved-tests.tsx';
import { ScriptForm } from './script-form.tsx';
import { Stage } from './stage.tsx';
import css from './time-machine.module.css';
import { type ForecastScale, useForecast } from './use-forecast.ts';
import { useLaboratory } from './use-laboratory.ts';

type Mode = 'one' | 'many';

/** What a forecast may suppose. */
const LEADS = [100, 1_000, 5_000];
const DAYS = [30, 90];

function OneLead() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const now = useWorkspaceNow(60_000);
  const [script, setScript] = useState(() => freshScript(currentDocument(editor), editor.types, now));
  const laboratory = useLaboratory();
  const trace = useMemo(() => (laboratory === null ? null : simulateScript(laboratory, script)), [laboratory, script]);
  if (laboratory === null || trace === null) return <p className={css['hint']}>{t('timeMachine.notCompiled')}</p>;
  return (
    <>
      <div className={css['head']}>
        <ScriptForm script={script} onChange={setScript} />
        <span className={css['space']} />
        <SavedTests laboratory={laboratory} script={script} onPlay={setScript} />
      </div>
      <Stage trace={trace} />
    </>
  );
}

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
  const { t } = useTranslation('canvas');
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
          ]}
          onChange={(value) => setMode(value === 'many' ? 'many' : 'one')}
        />
      </div>
      {mode === 'one' ? <OneLead /> : <ManyLeads />}
    </section>
  );
}

/**
 * Tries the draft out with the machine that decides for real leads: one made-up lead through time, or a forecast of many.
 * Nothing is sent to anybody.
 */
export function TimeMachine() {
  const open = useView((view) => view.timeMachine);
  return open ? <OpenTimeMachine /> : null;
}
