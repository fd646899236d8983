import { SegmentedControl } from '@mantine/core';
import { simulateScript } from '@tendril/journey/simulator';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentDocument, useEditor, useView } from '../canvas/editor.ts';
import { useWorkspaceNow } from '../shell/session-context.ts';
import { ForecastLine } from './forecast-line.tsx';
import { freshScript } from './made-up-script.ts';
import { SavedTests } from './saved-tests.tsx';
import { ScriptForm } from './script-form.tsx';
import { Stage } from './stage.tsx';
import css from './time-machine.module.css';
import { useForecast } from './use-forecast.ts';
import { useLaboratory } from './use-laboratory.ts';

type Mode = 'one' | 'many';

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
  const { forecast, busy } = useForecast(true);
  return <ForecastLine forecast={forecast} busy={busy} />;
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
