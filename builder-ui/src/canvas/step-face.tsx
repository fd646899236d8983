import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isFinished, nameOf, summaryOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { CommentBadge } from '../together/comments/comment-badge.tsx';
import { ComparedNumbers } from './compared-numbers.tsx';
import { type StepNode, TARGET_HANDLE } from './document-to-flow.ts';
import { useEditor, useView } from './editor.ts';
import { FamilyIcon } from './family-icon.tsx';
import { useComparison, useCount, useDifference, useIsForecast, useIsToken, useProblems, useWayDrawn, useWayMark } from './live-store.ts';
import { RenameStep } from './rename-step.tsx';
import type { RunStatus } from './run-status.ts';
import css from './step-face.module.css';
import { useOpenLeads } from './use-panels.ts';
import { WithJourneyName } from './with-journey-name.tsx';

/** The bottom row: how many came, are here and failed; each number opens the leads it counts. */
function Numbers({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const count = useCount(id);
  const openLeads = useOpenLeads();
  const forecast = useIsForecast();
  const compared = useComparison(id);
  if (compared !== null) return <ComparedNumbers {...compared} />;
  if (count === undefined) return null;
  if (forecast)
    return <span className={css['forecast']}>{t('forecast.step', { entered: format.count(count.entered), here: format.count(count.here) })}</span>;
  const button = (status: RunStatus, className: string | undefined, text: string) => (
    <button type="button" className={className} tabIndex={-1} onClick={() => openLeads(id, status)}>
      {text}
    </button>
  );
  return (
    <>
      {button('through', undefined, t('count.in', { count: count.entered, formatted: format.count(count.entered) }))}
      {button('running', count.here > 0 ? css['here'] : undefined, t('count.here', { count: count.here, formatted: format.count(count.here) }))}
      {count.failed > 0 && button('failed', css['failed'], t('count.failed', { count: count.failed, formatted: format.count(count.failed) }))}
    </>
  );
}

function Foot({ id, kindTitle }: { readonly id: string; readonly kindTitle: string }) {
  const { t } = useTranslation('canvas');
  const compared = useComparison(id) !== null;
  const counted = useCount(id) !== undefined || compared;
  const problems = useProblems(id);
  const worst = problems[0]?.severity;
  return (
    <footer className={`${css['foot']} num`}>
      {counted ? <Numbers id={id} /> : <span>{kindTitle}</span>}
      {worst && (
        <span className={css['problems']} data-severity={worst}>
          {t(`problem.${worst}`, { count: problems.length })}
        </span>
      )}
    </footer>
  );
}

/** A step: its name, what it does in one sentence, and its numbers. Problems are a border and a count. */
export const StepFace = memo(function StepFace({ id, data, selected }: NodeProps<StepNode>) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types } = useEditor();
  const { node, family, handles } = data;
  const definition = types.get(node.kind);
  const renaming = useView((view) => view.gesture.at === 'renaming' && view.gesture.node === id);
  const severity = useProblems(id)[0]?.severity;
  const mark = useWayMark(id);
  const wayDrawn = useWayDrawn();
  const token = useIsToken(id);
  const difference = useDifference(id);
  const name = nameOf(node, types, locale);
  const summary = isFinished(node, types) ? summaryOf(node, types, locale) : t('face.unfinished');
  return (
    <article
      className={css['face']}
      id={`step-${id}`}
      data-family={family}
      data-selected={selected}
      data-severity={severity}
      data-disabled={node.disabled}
      data-aside={wayDrawn && mark === null}
      data-token={token || undefined}
      data-difference={difference ?? undefined}
      data-testid="step"
      aria-label={`${name}. ${summary ?? ''}`}
    >
      {family !== 'entry' && <Handle type="target" position={Position.Top} id={TARGET_HANDLE} className={css['handle'] ?? ''} />}
      <FamilyIcon family={family} icon={definition?.icon ?? ''} />
      <div className={css['text']}>
        {renaming ? <RenameStep node={node} /> : <b title={name}>{name}</b>}
        <span title={summary ?? undefined}>
          {node.disabled ? t('face.disabled') : node.kind === 'sub-journey' ? <WithJourneyName text={summary ?? ''} /> : summary}
        </span>
      </div>
      {mark !== null && <span className={css['mark']}>{mark}</span>}
      <CommentBadge node={id} />
      <Foot id={id} kindTitle={definition?.title[locale] ?? node.kind} />
      {handles.map((port) => (
        <Handle key={port} type="source" position={Position.Bottom} id={port} className={css['handle'] ?? ''} />
      ))}
    </article>
  );
});
