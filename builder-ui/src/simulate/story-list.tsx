import { DAY } from '@tendril/journey/model';
import { render } from '@tendril/journey/sentences';
import type { Trace, TraceLine } from '@tendril/journey/simulator';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { useSession } from '../shell/session-context.ts';
import css from './time-machine.module.css';

/** One decision: at which step, and why. */
export function LineInWords({ line }: { readonly line: TraceLine }) {
  const locale = useLocale();
  const { types } = useEditor();
  const { timeZone } = useSession().workspace;
  const node = useDocument((document) => document.nodes.find(({ id }) => id === line.node));
  return (
    <span>
      {node && <b>{nameOf(node, types, locale)}: </b>}
      {render(line.because, locale, { timeZone, texts: types.sentences })}
    </span>
  );
}

interface StoryListProps {
  readonly trace: Trace;
  /** How many lines are told by now. */
  readonly told: number;
  readonly onTell: (line: number) => void;
}

/** Every decision of the whole way in order; each goes to its moment. Those still to come step back. */
export function StoryList({ trace, told, onTell }: StoryListProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  return (
    <ol className={css['list']} aria-label={t('tryout:machine.story')} data-testid="time-machine-story">
      {trace.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one trace never move
        <li key={index} data-ahead={index >= told}>
          <button type="button" aria-current={index === told - 1 ? 'step' : undefined} onClick={() => onTell(index)}>
            <span className="muted num">{t('timeMachine.day', { day: ((line.at - trace.startedAt) / DAY).toFixed(1) })}</span>
            <LineInWords line={line} />
          </button>
        </li>
      ))}
    </ol>
  );
}
