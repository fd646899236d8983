import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { moveAlong } from '../../document/commands/move-along.ts';
import { nameOf, summaryOf } from '../../document/ports-of.ts';
import { useFormat, useLocale } from '../../i18n/format.ts';
import { useToasts } from '../../ui/toasts.tsx';
import { currentDocument, edit, useEditor, useView } from '../editor.ts';
import { FamilyIcon } from '../family-icon.tsx';
import { useCount, useDifference, useIsForecast, useProblems } from '../live-store.ts';
import { RenameStep } from '../rename-step.tsx';
import css from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { walkRows } from './walk-rows.ts';

interface StepRowProps {
  readonly row: Extract<OutlineRow, { is: 'step' }>;
  readonly chosen: boolean;
  /** The list has one line that Tab reaches from outside. */
  readonly reachable: boolean;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

/** What stands behind the sentence of a step: how many are there, or how many a forecast sends through. */
function Numbers({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const count = useCount(id);
  const forecast = useIsForecast();
  if (count === undefined) return null;
  const here = format.count(count.here);
  return (
    <i className="num">
      {forecast ? t('forecast.step', { entered: format.count(count.entered), here }) : t('count.here', { count: count.here, formatted: here })}
    </i>
  );
}

/** Moves the step along its line by Alt and an arrow; says so where a branch is in the way. */
function useMoveAlong(id: string) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const toasts = useToasts();
  return (key: string) => {
    const moved = moveAlong(currentDocument(editor), id, key === 'ArrowUp' ? 'up' : 'down', editor.types);
    if (moved === null) toasts.done(t('outline.cannotMove'));
    else edit(editor, { name: 'move', count: 1 }, () => moved);
  };
}

/** A step as a line: its name, what it does, its problems and numbers. Left and right fold and open its branches. */
export function StepRow({ row, chosen, reachable, folded, onFold }: StepRowProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types, view, readOnly } = useEditor();
  const { node, depth, branches } = row;
  const definition = types.get(node.kind);
  const problems = useProblems(node.id);
  const difference = useDifference(node.id);
  const renaming = useView(({ gesture }) => gesture.at === 'renaming' && gesture.node === node.id);
  const moveBy = useMoveAlong(node.id);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    if (branches && event.key === (folded ? 'ArrowRight' : 'ArrowLeft') && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      onFold(!folded);
    } else if (event.altKey && !readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      moveBy(event.key);
    } else walkRows(event);
  };
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      aria-expanded={branches ? !folded : undefined}
      tabIndex={reachable ? 0 : -1}
      className={css['step']}
      data-outline-row
      data-outline-step={node.id}
      data-disabled={node.disabled}
      data-difference={difference ?? undefined}
      style={{ marginLeft: depth * 18 }}
      onClick={() => view.select([node.id])}
      onFocus={(event) => event.target === event.currentTarget && view.select([node.id])}
      onDoubleClick={() => !readOnly && view.setGesture({ at: 'renaming', node: node.id })}
      onContextMenu={(event) => {
        event.preventDefault();
        const { left, bottom } = event.currentTarget.getBoundingClientRect();
        const byKey = event.clientX === 0 && event.clientY === 0;
        view.select([node.id]);
        view.setGesture({
          at: 'menu',
          on: { of: 'item', id: node.id },
          screen: byKey ? { left: left + 40, top: bottom } : { left: event.clientX, top: event.clientY },
        });
      }}
      onKeyDown={onKeyDown}
    >
      {branches ? (
        <button
          type="button"
          tabIndex={-1}
          className={css['fold']}
          aria-label={t(folded ? 'outline.open' : 'outline.fold')}
          onClick={() => onFold(!folded)}
        >
          {folded ? <IconChevronRight size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />}
        </button>
      ) : (
        <span className={css['fold']} aria-hidden />
      )}
      <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} size={22} />
      {renaming ? <RenameStep node={node} /> : <b>{nameOf(node, types, locale)}</b>}
      <span className={css['sentence']}>{node.disabled ? t('face.disabled') : (summaryOf(node, types, locale) ?? t('face.unfinished'))}</span>
      {problems[0] && <em data-severity={problems[0].severity}>{t(`problem.${problems[0].severity}`, { count: problems.length })}</em>}
      <Numbers id={node.id} />
    </div>
  );
}
