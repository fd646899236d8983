import { useStore as useFlowStore, ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { arrivalsOf, type DayMark, dayMarks } from '../document/days.ts';
import { STEP_HEIGHT } from '../document/geometry.ts';
import { useDocument, useEditor, useView } from './editor.ts';
import css from './time-ruler.module.css';

/** Where the ruler stands, left of the leftmost step, in canvas pixels; always in sight, so far from the border of the screen. */
const ASIDE = 150;
const IN_SIGHT_PX = 10;

function useDays(): (mark: DayMark) => string {
  const { t } = useTranslation('canvas');
  return ({ from, to }) => {
    if (to === null) return t('ruler.from', { from });
    return from === to ? t('ruler.day', { from }) : t('ruler.between', { from, to });
  };
}

function Scale() {
  const { t } = useTranslation('canvas');
  const { types } = useEditor();
  const drawing = useDocument((document) => document);
  const days = useDays();
  const marks = useMemo(() => dayMarks(drawing, arrivalsOf(drawing, types)), [drawing, types]);
  const border = useFlowStore(({ transform: [x, , zoom] }) => (IN_SIGHT_PX - x) / zoom);
  const left = Math.max(border, Math.min(...drawing.nodes.map(({ position }) => position.x)) - ASIDE);
  if (marks.length === 0) return null;
  return (
    <ViewportPortal>
      <ol className={css['ruler']} aria-label={t('ruler.label')} data-testid="ruler">
        {marks.map((mark) => (
          <li key={mark.y} style={{ transform: `translate(${left}px, ${mark.y + STEP_HEIGHT / 2}px)` }}>
            <span className="num">{days(mark)}</span>
          </li>
        ))}
      </ol>
    </ViewportPortal>
  );
}

/** Days since a lead came in, beside the drawing: at the earliest and at the latest, from the waits as drawn. */
export function TimeRuler() {
  return useView((view) => view.ruler) ? <Scale /> : null;
}
