import { TextInput, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeAfter, placeStep } from '../canvas/actions/place-step.ts';
import { useEditor } from '../canvas/editor.ts';
import { FamilyIcon } from '../canvas/family-icon.tsx';
import { useLocale } from '../i18n/format.ts';
import { FAMILIES, matchKinds } from './match-kinds.ts';
import css from './palette-panel.module.css';
import { usePaletteDrag } from './use-palette-drag.ts';

/** The middle of what is visible of the canvas, in canvas pixels. */
export function useCanvasMiddle(): () => { readonly x: number; readonly y: number } {
  const { screenToFlowPosition } = useReactFlow();
  return () => {
    const box = document.querySelector('.react-flow')?.getBoundingClientRect();
    return screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 0) / 2, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 });
  };
}

/** All step types by family: drag one onto the canvas, or press it to put it after the chosen step. */
export function PalettePanel() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const [query, setQuery] = useState('');
  const middle = useCanvasMiddle();
  const add = (kind: string) => placeStep(editor, kind, placeAfter(editor, middle()));
  const startDrag = usePaletteDrag(add);
  const found = matchKinds(editor.types.all, query);
  return (
    <nav className={css['panel']} aria-label={t('palette.label')} data-region="palette">
      <TextInput
        aria-label={t('palette.search')}
        placeholder={t('palette.placeholder')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === 'Enter' && first) add(first.kind);
          if (event.key === 'Escape') setQuery('');
        }}
      />
      <div className={css['families']}>
        {FAMILIES.map((family) => {
          const kinds = found.filter((definition) => definition.family === family);
          if (kinds.length === 0) return null;
          return (
            <section key={family} aria-labelledby={`family-${family}`}>
              <h2 id={`family-${family}`}>{t(`family.${family}`)}</h2>
              {kinds.map((definition) => (
                <Tooltip key={definition.kind} label={definition.help[locale]} position="right" multiline maw={260}>
                  <button
                    type="button"
                    className={css['kind']}
                    data-kind={definition.kind}
                    onPointerDown={(event) => startDrag(definition.kind, event)}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter' || event.key === ' ') add(definition.kind);
                    }}
                  >
                    <FamilyIcon family={family} icon={definition.icon} size={20} />
                    {definition.title[locale]}
                  </button>
                </Tooltip>
              ))}
            </section>
          );
        })}
        {found.length === 0 && <p className="muted">{t('palette.none', { query })}</p>}
      </div>
    </nav>
  );
}
