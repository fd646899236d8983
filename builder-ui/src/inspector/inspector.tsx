import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useView } from '../canvas/editor.ts';
import { focusCanvas } from '../canvas/focus-canvas.ts';
import { useChecking } from '../canvas/live-store.ts';
import css from './inspector.module.css';
import { JourneyInspector } from './journey-inspector.tsx';
import { ProblemList } from './problem-list.tsx';
import { SelectionInspector } from './selection-inspector.tsx';
import { StepInspector } from './step-inspector.tsx';

/** The foot of the panel: all that is to be mended in the journey. */
function Problems() {
  const { t } = useTranslation('canvas');
  const { all, errors, warnings } = useChecking();
  if (all.length === 0) return null;
  const Icon = errors > 0 ? IconCircleX : warnings > 0 ? IconAlertTriangle : IconInfoCircle;
  const tone = errors > 0 ? 'var(--bad)' : warnings > 0 ? 'var(--warn)' : 'var(--ink-3)';
  return (
    <section className={css['foot']} aria-label={t('panel.problems')} data-testid="problems">
      <h2>
        <Icon size={16} color={tone} aria-hidden />
        {t('problem.count', { count: all.length })}
      </h2>
      <ProblemList problems={all} withStep />
    </section>
  );
}

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
      <Problems />
    </aside>
  );
}
