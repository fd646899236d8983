import { ActionIcon, Button, NumberInput, Select, Slider } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipBack, IconPlayerSkipForward, IconPlus, IconX } from '@tabler/icons-react';
import { compile } from '@tendril/journey/compile';
import { DAY, type Program, type ScriptItem } from '@tendril/journey/model';
import { render, termInWords } from '@tendril/journey/sentences';
import { simulateScript, type Trace, type TraceLine } from '@tendril/journey/simulator';
import { canonicalDuration, formatInstant } from '@tendril/journey/time';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { Picker } from '../inspector/picker.tsx';
import { useNames } from '../inspector/use-names.ts';
import { useSession, useWorkspaceNow } from '../shell/session-context.ts';
import { useDocument, useEditor, useView } from './editor.ts';
import css from './time-machine.module.css';
import { wayOfRun } from './way-of-run.ts';

/** What the person sets of the made-up lead. */
interface Lead {
  readonly score: number;
  readonly intent: 'none' | 'low' | 'high';
}

/** An event the person lets happen, so many days after the lead comes in. */
interface Happening {
  readonly day: number;
  readonly event: string;
}

const useProgram = (): Program | null => {
  const { types } = useEditor();
  const drawing = useDocument((current) => current);
  return useMemo(() => {
    const compiled = compile(drawing, { nodeTypes: types });
    return compiled.ok ? compiled.program : null;
  }, [drawing, types]);
};

function play(
  program: Program,
  types: ReturnType<typeof useEditor>['types'],
  timeZone: string,
  start: number,
  lead: Lead,
  happenings: readonly Happening[],
): Trace {
  const { score, intent } = lead;
  const happens: readonly ScriptItem[] = happenings.map(({ day, event }) => ({
    after: canonicalDuration(Math.max(1, day * DAY)),
    event,
    ...(event === 'Page Viewed' ? { properties: { path: '/pricing' } } : {}),
  }));
  const reachable = { email: true, wecom: true, sms: true };
  return simulateScript(
    { program, nodeTypes: types, timeZone },
    {
      start: formatInstant(start),
      lead: { intent, score: { fit: 0, interest: 0, behaviour: score, stage: 0, total: score }, reachable, consent: { 'email/nurture': 'granted' } },
      happens,
    },
  );
}

const linesUntil = (trace: Trace, at: number): readonly TraceLine[] => trace.lines.filter((line) => line.at <= at);

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

interface StageProps {
  readonly trace: Trace;
}

const REAL_MS_PER_DAY = 500;

function Stage({ trace }: StageProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const format = useFormat();
  const { types } = useEditor();
  const { timeZone } = useSession().workspace;
  const nodes = useDocument((document) => document.nodes);
  const last = trace.lines.at(-1)?.at ?? trace.startedAt;
  const length = Math.max(DAY, last - trace.startedAt);
  const [at, setAt] = useState(trace.startedAt + length);
  const [playing, setPlaying] = useState(false);
  useEffect(() => setAt(trace.startedAt + length), [trace, length]);
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => setAt((now) => Math.min(trace.startedAt + length, now + (DAY * 100) / REAL_MS_PER_DAY)), 100);
    return () => clearInterval(timer);
  }, [playing, trace, length]);
  const lines = useMemo(() => linesUntil(trace, at), [trace, at]);
  useWay(lines);
  const moments = [...new Set(trace.lines.map((line) => line.at))];
  const line = lines.at(-1);
  const jump = (to: number | undefined) => {
    setPlaying(false);
    if (to !== undefined) setAt(to);
  };
  const node = nodes.find(({ id }) => id === line?.node);
  const day = (instant: number) => (instant - trace.startedAt) / DAY;
  return (
    <>
      <div className={css['story']} aria-live="polite" data-testid="time-machine-line">
        <span className="chip num">{t('timeMachine.day', { day: day(at).toFixed(1) })}</span>
        {line && (
          <span>
            {node && <b>{nameOf(node, types, locale)}: </b>}
            {render(line.because, locale, { timeZone, texts: types.sentences })}
          </span>
        )}
      </div>
      <div className={css['buttons']}>
        <ActionIcon variant="default" aria-label={t('timeMachine.back')} onClick={() => jump(moments.findLast((moment) => moment < at))}>
          <IconPlayerSkipBack size={15} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t(playing ? 'timeMachine.pause' : 'timeMachine.play')}
          onClick={() => {
            if (!playing && at >= trace.startedAt + length) setAt(trace.startedAt);
            setPlaying(!playing);
          }}
        >
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

function LeadForm({ lead, onChange }: { readonly lead: Lead; readonly onChange: (lead: Lead) => void }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  return (
    <>
      <NumberInput
        w={118}
        prefix={`${t('timeMachine.score')} `}
        aria-label={t('timeMachine.score')}
        value={lead.score}
        onChange={(score) => onChange({ ...lead, score: Number(score) || 0 })}
      />
      <Select
        w={132}
        aria-label={t('timeMachine.intent')}
        data={(['none', 'low', 'high'] as const).map((value) => ({
          value,
          label: t('timeMachine.intentIs', { intent: termInWords(value, locale) }),
        }))}
        value={lead.intent}
        onChange={(intent) => onChange({ ...lead, intent: intent === 'high' || intent === 'low' ? intent : 'none' })}
      />
    </>
  );
}

function Happenings({
  happenings,
  onChange,
}: {
  readonly happenings: readonly Happening[];
  readonly onChange: (happenings: readonly Happening[]) => void;
}) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { events } = useNames();
  return (
    <>
      {happenings.map((happening, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: happenings have no identity of their own, and their inputs are controlled
        <span key={index} className={css['happening']}>
          <NumberInput
            w={84}
            min={0}
            decimalScale={1}
            prefix={t('timeMachine.dayPrefix')}
            aria-label={t('timeMachine.onDay')}
            value={happening.day}
            onChange={(day) => onChange(happenings.map((old, place) => (place === index ? { ...old, day: Number(day) || 0 } : old)))}
          />
          <Picker
            name={t('timeMachine.event')}
            creatable
            options={events.map((value) => ({ value, label: termInWords(value, locale) }))}
            value={happening.event}
            onChange={(event) => onChange(happenings.map((old, place) => (place === index ? { ...old, event: event ?? old.event } : old)))}
          />
          <ActionIcon size="sm" aria-label={t('timeMachine.removeEvent')} onClick={() => onChange(happenings.filter((_, place) => place !== index))}>
            <IconX size={13} />
          </ActionIcon>
        </span>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={13} />}
        onClick={() => onChange([...happenings, { day: happenings.length + 1, event: 'Page Viewed' }])}
      >
        {t('timeMachine.event')}
      </Button>
    </>
  );
}

/** Sends one made-up lead through the draft on a virtual clock, and draws its way; every decision says why. */
export function TimeMachine() {
  const open = useView((view) => view.timeMachine);
  return open ? <OpenTimeMachine /> : null;
}

function OpenTimeMachine() {
  const { t } = useTranslation('canvas');
  const { types } = useEditor();
  const { timeZone } = useSession().workspace;
  const now = useWorkspaceNow();
  const [start] = useState(now);
  const [lead, setLead] = useState<Lead>({ score: 40, intent: 'none' });
  const [happenings, setHappenings] = useState<readonly Happening[]>([]);
  const program = useProgram();
  const trace = useMemo(
    () => (program === null ? null : play(program, types, timeZone, start, lead, happenings)),
    [program, types, timeZone, start, lead, happenings],
  );
  return (
    <section className={css['machine']} aria-label={t('timeMachine.title')}>
      <div className={css['head']}>
        <b>{t('timeMachine.title')}</b>
        <LeadForm lead={lead} onChange={setLead} />
        <Happenings happenings={happenings} onChange={setHappenings} />
      </div>
      {trace === null ? <p className="muted">{t('timeMachine.notCompiled')}</p> : <Stage trace={trace} />}
    </section>
  );
}
