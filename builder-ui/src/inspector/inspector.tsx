import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from '../canvas/editor.ts';
import { focusCanvas } from '../canvas/focus-canvas.ts';
import css from './inspector.module.css';
import { JourneyInspector } from './journey-inspector.tsx';
import { ProblemsFoot } from './problems-foot.tsx';
import { SelectionInspector } from './selection-inspector.tsx';
import { StepInspector } from './step-inspector.tsx';

/** Escape leaves the form for the canvas; an open list takes it first, to close. */
function backToCanvas(event: KeyboardEvent): void {
  const open = event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key === 'Escape' && !open) focusCanvas();
}

/** The right panel: the chosen step, several steps, or the journey; below, what is to be mended. */
export function Inspector() {
  const { t } = useTranslation('canvas');
  const selected = useView((view) => view.selected);
  const node = useDocument((document) => (selected.length === 1 ? document.nodes.find(({ id }) => id === selected[0]) : undefined));
  return (
    <aside className={css['panel']} aria-label={t('panel.inspector')} data-region="inspector" onKeyDown={backToCanvas}>
      <div className={css['scroll']}>
        {node ? <StepInspector node={node} /> : selected.length > 1 ? <SelectionInspector count={selected.length} /> : <JourneyInspector />}
      </div>
      <ProblemsFoot />
    </aside>
  );
}
