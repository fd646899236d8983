import { ActionIcon, Button, Slider } from '@mantine/core';
import { IconList, IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import { DAY, HOUR } from '@tendril/journey/model';
import type { Trace } from '@tendril/journey/simulator';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import { AddAtMoment } from './add-at-moment.tsx';
import { MomentFacts } from './moment-facts.tsx';
import type { LaterItem } from './script-items.ts';
import { LineInWords, StoryList } from './story-list.tsx';
import css from './time-machine.module.css';
import { usePlayhead } from './use-playhead.ts';
import { useToken } from './use-token.ts';

interface StageProps {
  readonly trace: Trace;
  /** Lets something happen so long after the lead has come in. */
  readonly onAdd: (item: LaterItem) => void;
}

/** One simulated way through time: a slider through the days, jumps from decision to decision, and the token on the canvas. */
export function Stage({ trace, onAdd }: StageProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const format = useFormat();
  const last = trace.lines.at(-1)?.at ?? trace.startedAt;
  const length = Math.max(DAY, last - trace.startedAt);
  const { at, told, playing, goTo, tell, toggle } = usePlayhead(trace, length);
  const [listed, setListed] = useState(false);
  const lines = useMemo(() => trace.lines.slice(0, told), [trace, told]);
  useToken(lines);
  const moments = [...new Set(trace.lines.map((line) => line.at))];
  const back = () => tell(told - 2);
  const forth = () => tell(told);
  const dayOf = (value: number) => t('timeMachine.day', { day: (value / DAY).toFixed(1) });
  const now = lines.at(-1);
  const byKeys = (event: KeyboardEvent) => {
    if (event.key !== 'PageUp' && event.key !== 'PageDown') return;
    event.preventDefault();
    if (event.key === 'PageUp') back();
    else forth();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: two more keys for the slider and the buttons inside, which have the focus
    <div className={css['stage']} onKeyDown={byKeys}>
      <div className={css['story']} aria-live="polite" data-testid="time-machine-line">
        <span className="chip num">{dayOf(at - trace.startedAt)}</span>
        {now && <LineInWords line={now} />}
      </div>
      <div className={css['buttons']}>
        <ActionIcon variant="default" aria-label={t('timeMachine.back')} aria-keyshortcuts="PageUp" onClick={back}>
          <IconPlayerSkipBack size={15} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t(playing ? 'timeMachine.pause' : 'timeMachine.play')} onClick={toggle}>
          {playing ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('timeMachine.forth')} aria-keyshortcuts="PageDown" onClick={forth}>
          <IconPlayerSkipForward size={15} />
        </ActionIcon>
        <Button variant={listed ? 'light' : 'default'} leftSection={<IconList size={15} />} aria-expanded={listed} onClick={() => setListed(!listed)}>
          {t('tryout:machine.why')}
        </Button>
        <AddAtMoment moment={dayOf(at - trace.startedAt)} onAdd={(what) => onAdd({ at: at - trace.startedAt, what })} />
      </div>
      <div className={css['track']}>
        <span className="muted num">{t('timeMachine.day', { day: 0 })}</span>
        <Slider
          className={css['slider'] ?? ''}
          aria-label={t('timeMachine.slider')}
          thumbLabel={t('timeMachine.slider')}
          thumbValueText={dayOf}
          min={0}
          max={length}
          step={Math.max(HOUR, Math.round(length / 200 / HOUR) * HOUR)}
          value={at - trace.startedAt}
          onChange={(value) => goTo(trace.startedAt + value)}
          label={dayOf}
          marks={moments.map((moment) => ({ value: moment - trace.startedAt }))}
        />
        <span className="muted num">{t('timeMachine.day', { day: format.count(Math.ceil(length / DAY)) })}</span>
      </div>
      <MomentFacts trace={trace} told={told} />
      {listed && <StoryList trace={trace} told={told} onTell={tell} />}
    </div>
  );
}
