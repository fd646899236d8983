import { ActionIcon, Slider } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward } from '@tabler/icons-react';
import { DAY, type Instant } from '@tendril/journey/model';
import { render } from '@tendril/journey/sentences';
import type { Trace, TraceLine } from '@tendril/journey/simulator';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { wayOfRun } from '../canvas/way-of-run.ts';
import { nameOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { useSession } from '../shell/session-context.ts';
import css from './time-machine.module.css';

/** How long a simulated day takes while it plays, and how often the token moves, in real ms. */
const REAL_DAY_MS = 500;
const FRAME_MS = 100;

/** Draws the way up to the moment over the journey. */
function useWay(lines: readonly TraceLine[]): void {
  const editor = useEditor();
  const drawing = useDocument((current) => current);
  useEffect(() => {
    const met = lines.flatMap(({ node, port }) => (node === null ? [] : [{ nodeId: node, port: port ?? null }]));
    editor.live.setState({ way: wayOfRun(drawing, met) });
  }, [editor, drawing, lines]);
  useEffect(() => () => editor.live.setState({ way: null }), [editor]);
}

/** The moment that is looked at, and playing through time. */
function usePlayhead(trace: Trace, length: number) {
  const end = trace.startedAt + length;
  const [at, setAt] = useState<Instant>(end);
  const [playing, setPlaying] = useState(false);
  useEffect(() => setAt(end), [end]);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAt((now) => Math.min(end, now + (DAY * FRAME_MS) / REAL_DAY_MS)), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, end]);
  const jump = (to: Instant | undefined) => {
    setPlaying(false);
    if (to !== undefined) setAt(to);
  };
  const toggle = () => {
    if (!playing && at >= end) setAt(trace.startedAt);
    setPlaying(!playing);
  };
  return { at, playing, jump, toggle };
}

/** What was decided last, and why. */
function Line({ line, day }: { readonly line: TraceLine | undefined; readonly day: number }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types } = useEditor();
  const { timeZone } = useSession().workspace;
  const node = useDocument((document) => document.nodes.find(({ id }) => id === line?.node));
  return (
    <div className={css['story']} aria-live="polite" data-testid="time-machine-line">
      <span className="chip num">{t('timeMachine.day', { day: day.toFixed(1) })}</span>
      {line && (
        <span>
          {node && <b>{nameOf(node, types, locale)}: </b>}
          {render(line.because, locale, { timeZone, texts: types.sentences })}
        </span>
      )}
    </div>
  );
}

/** One simulated way through time: a slider through the days, jumps from decision to decision, and the token on the canvas. */
export function Stage({ trace }: { readonly trace: Trace }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const last = trace.lines.at(-1)?.at ?? trace.startedAt;
  const length = Math.max(DAY, last - trace.startedAt);
  const { at, playing, jump, toggle } = usePlayhead(trace, length);
  const lines = useMemo(() => trace.lines.filter((line) => line.at <= at), [trace, at]);
  useWay(lines);
  const moments = [...new Set(trace.lines.map((line) => line.at))];
  return (
    <>
      <Line line={lines.at(-1)} day={(at - trace.startedAt) / DAY} />
      <div className={css['buttons']}>
        <ActionIcon variant="default" aria-label={t('timeMachine.back')} onClick={() => jump(moments.findLast((moment) => moment < at))}>
          <IconPlayerSkipBack size={15} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t(playing ? 'timeMachine.pause' : 'timeMachine.play')} onClick={toggle}>
          {playing ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
        </ActionIcon>
        <ActionIcon variant="default" aria-label={t('timeMachine.forth')} onClick={() => jump(moments.find((moment) => moment > at))}>
          <IconPlayerSkipForward size={15} />
        </ActionIcon>
      </div>
      <div className={css['track']}>
        <span className="muted num">{t('timeMachine.day', { day: 0 })}</span>
        <Slider
          className={css['slider'] ?? ''}
          aria-label={t('timeMachine.slider')}
          thumbLabel={t('timeMachine.slider')}
          min={0}
          max={length}
          step={length / 1000}
          value={at - trace.startedAt}
          onChange={(value) => jump(trace.startedAt + value)}
          label={(value) => t('timeMachine.day', { day: (value / DAY).toFixed(1) })}
          marks={moments.map((moment) => ({ value: moment - trace.startedAt }))}
        />
        <span className="muted num">{t('timeMachine.day', { day: format.count(Math.ceil(length / DAY)) })}</span>
      </div>
    </>
  );
}
