import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { STEP_HEIGHT, STEP_WIDTH } from '../document/geometry.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { placeOfLost } from './compare-versions.ts';
import { useDocument, useEditor } from './editor.ts';
import css from './lost-steps.module.css';

const SIZE = { width: STEP_WIDTH, height: STEP_HEIGHT };

/** Steps that the version compared with has and the draft lacks, as ghosts where they were, or beside what stands there now. */
export function LostSteps() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const lost = useStore(editor.live, (live) => live.lost);
  const shown = useDocument((document) => document);
  if (lost.length === 0) return null;
  const transformOf = (node: (typeof lost)[number]): string => {
    const { x, y } = placeOfLost(shown, node);
    return `translate(${x}px, ${y}px)`;
  };
  return (
    <ViewportPortal>
      {lost.map((node) => (
        <div key={node.id} className={css['ghost']} style={{ ...SIZE, transform: transformOf(node) }} data-testid="lost-step">
          <b>{nameOf(node, editor.types, locale)}</b>
          <span>{t('versions.lost')}</span>
        </div>
      ))}
    </ViewportPortal>
  );
}
