import { IconCornerDownRight, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf, summaryOf } from '../document/ports-of.ts';
import { useFormat, useLocale } from '../i18n/format.ts';
import { useDocument, useEditor, useView } from './editor.ts';
import { FamilyIcon } from './family-icon.tsx';
import { useCount, useProblems } from './live-store.ts';
import css from './outline.module.css';
import { type OutlineRow, outlineRows } from './outline-rows.ts';

type StepRow = Extract<OutlineRow, { is: 'step' }>;

function Step({ row, chosen, first }: { readonly row: StepRow; readonly chosen: boolean; readonly first: boolean }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const format = useFormat();
  const { types, view } = useEditor();
  const { node, depth } = row;
  const definition = types.get(node.kind);
  const problems = useProblems(node.id);
  const count = useCount(node.id);
  return (
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={chosen}
      tabIndex={chosen || first ? 0 : -1}
      className={css['step']}
      data-outline-step={node.id}
      data-disabled={node.disabled}
      style={{ marginLeft: depth * 18 }}
      onClick={() => view.select([node.id])}
      onFocus={() => view.select([node.id])}
      onKeyDown={(event) => move(event)}
    >
      <FamilyIcon family={definition?.family ?? 'logic'} icon={definition?.icon ?? ''} size={22} />
      <b>{nameOf(node, types, locale)}</b>
      <span>{summaryOf(node, types, locale) ?? t('face.unfinished')}</span>
      {problems[0] && <em data-severity={problems[0].severity}>{t(`problem.${problems[0].severity}`, { count: problems.length })}</em>}
      {count && <i className="num">{t('count.here', { count: count.here, formatted: format.count(count.here) })}</i>}
    </div>
  );
}

/** Arrows walk the list; Home and End go to its ends. */
function move(event: KeyboardEvent<HTMLElement>): void {
  const steps = [...document.querySelectorAll<HTMLElement>('[data-outline-step]')];
  const here = steps.indexOf(event.currentTarget);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: steps.length - 1 }[event.key];
  if (to === undefined || event.altKey || event.shiftKey) return;
  event.preventDefault();
  steps[to]?.focus();
}

function Way({ row }: { readonly row: Extract<OutlineRow, { is: 'way' }> }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const { from, port, to, depth } = row;
  const label = port.label[locale];
  return (
    <div role="treeitem" aria-level={depth + 1} tabIndex={-1} className={css['way']} style={{ marginLeft: depth * 18 }}>
      <span>{label}</span>
      {!editor.readOnly && (
        <button
          type="button"
          aria-label={t('add.atPort', { port: label })}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect();
            const place = to === null ? ({ at: 'port', node: from, port: port.id } as const) : ({ at: 'edge', from, port: port.id } as const);
            editor.view.setGesture({ at: 'choosing', place, screen: { left, top: bottom + 4 } });
          }}
        >
          <IconPlus size={13} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** The same journey as an indented list, for screen readers, keyboards and large journeys. Everything can be edited from here. */
export function Outline() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const { types } = useEditor();
  const drawing = useDocument((current) => current);
  const selected = useView((view) => view.selected);
  const rows = useMemo(() => outlineRows(drawing, types), [drawing, types]);
  const chosenHere = rows.some((row) => row.is === 'step' && selected.includes(row.node.id));
  const firstStep = rows.find((row) => row.is === 'step')?.key;
  return (
    <div className={css['outline']} role="tree" aria-label={t('outline.label')} data-canvas tabIndex={-1}>
      {rows.map((row) => {
        if (row.is === 'step')
          return <Step key={row.key} row={row} chosen={selected.includes(row.node.id)} first={!chosenHere && row.key === firstStep} />;
        if (row.is === 'way') return <Way key={row.key} row={row} />;
        return (
          <div key={row.key} role="treeitem" aria-level={row.depth + 1} tabIndex={-1} className={css['way']} style={{ marginLeft: row.depth * 18 }}>
            <IconCornerDownRight size={14} aria-hidden />
            {t('outline.goesOn', { step: nameOf(row.at, types, locale) })}
          </div>
        );
      })}
    </div>
  );
}
