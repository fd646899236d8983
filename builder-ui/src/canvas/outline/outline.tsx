import type { NodeId } from '@tendril/journey/model';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../editor.ts';
import { NoteRow } from './note-row.tsx';
import css from './outline.module.css';
import { foldRows, type OutlineRow, outlineRows } from './outline-rows.ts';
import { StepRow } from './step-row.tsx';
import { focusRow, indexOfRow } from './walk-rows.ts';
import { GoesOnRow, WayRow } from './way-row.tsx';

const lineOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-outline-step="${CSS.escape(id)}"], [data-outline-note="${CSS.escape(id)}"]`);

/**
 * Keeps the keyboard on the list: a step just added or found gets the focus, and when the line under the focus goes, its
 * neighbour gets it.
 */
function useFocusOnList(rows: readonly OutlineRow[], chosen: string | undefined) {
  const { view } = useEditor();
  const list = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  useEffect(() => {
    if (rows.length === 0) return;
    const focused = document.activeElement;
    const onList = focused === list.current || focused === document.body;
    if (!onList) return;
    const line = chosen === undefined ? null : lineOf(chosen);
    if (line) line.focus();
    else if (last.current > 0 || focused === list.current) focusRow(last.current);
  }, [rows, chosen]);
  return {
    list,
    onFocus: (target: EventTarget & Element) => {
      const row = target.closest<HTMLElement>('[data-outline-row]');
      if (row) last.current = indexOfRow(row);
      // What was just chosen may not be drawn yet: then the effect above finds the focus here and passes it on.
      else if (target === list.current) lineOf(view.getState().selected.at(-1) ?? '')?.focus();
    },
  };
}

interface RowProps {
  readonly row: OutlineRow;
  readonly chosen: boolean;
  readonly reachable: boolean;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

function Row({ row, chosen, ...rest }: RowProps) {
  switch (row.is) {
    case 'step':
      return <StepRow row={row} chosen={chosen} {...rest} />;
    case 'way':
      return <WayRow row={row} />;
    case 'goes-on':
      return <GoesOnRow row={row} />;
    case 'note':
      return <NoteRow row={row} chosen={chosen} />;
  }
}

/** The same journey as an indented list, for screen readers, keyboards and large journeys. Everything can be edited from here. */
export function Outline() {
  const { t } = useTranslation('canvas');
  const { types } = useEditor();
  const drawing = useDocument((current) => current);
  const selected = useView((view) => view.selected);
  const [folded, setFolded] = useState<ReadonlySet<NodeId>>(new Set());
  const rows = useMemo(() => foldRows(outlineRows(drawing, types), folded), [drawing, types, folded]);
  const { list, onFocus } = useFocusOnList(rows, selected.at(-1));
  const chosenHere = rows.some((row) => row.is === 'step' && selected.includes(row.node.id));
  const firstStep = rows.find((row) => row.is === 'step')?.key;
  const fold = (id: NodeId, closed: boolean) =>
    setFolded((before) => {
      const after = new Set(before);
      if (closed) after.add(id);
      else after.delete(id);
      return after;
    });
  return (
    <div
      ref={list}
      className={css['outline']}
      role="tree"
      aria-label={t('outline.label')}
      aria-multiselectable
      data-canvas
      tabIndex={-1}
      onFocus={(event) => onFocus(event.target)}
    >
      {rows.length === 0 && <p className="muted">{t('outline.empty')}</p>}
      {rows.map((row) => (
        <Row
          key={row.key}
          row={row}
          chosen={(row.is === 'step' || row.is === 'note') && selected.includes(row.key)}
          reachable={chosenHere ? row.is === 'step' && selected.includes(row.key) : row.key === firstStep}
          folded={folded.has(row.key)}
          onFold={(closed) => fold(row.key, closed)}
        />
      ))}
    </div>
  );
}
