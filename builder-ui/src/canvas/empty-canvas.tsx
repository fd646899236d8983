import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { useCanvasMiddle } from '../palette/palette-panel.tsx';
import { placeStep } from './actions/place-step.ts';
import { useDocument, useEditor } from './editor.ts';
import css from './empty-canvas.module.css';
import { FamilyIcon } from './family-icon.tsx';

/** What stands on an empty canvas: how a journey begins, with the entries to begin with. */
export function EmptyCanvas() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const empty = useDocument((document) => document.nodes.length === 0);
  const middle = useCanvasMiddle();
  if (!empty || editor.readOnly) return null;
  const begin = (kind: string) => {
    const { x, y } = middle();
    placeStep(editor, kind, { at: 'point', x, y: y - 200 });
  };
  return (
    <div className={css['empty']}>
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.text')}</p>
      <div className={css['entries']}>
        {editor.types.all
          .filter((definition) => definition.family === 'entry')
          .slice(0, 4)
          .map((definition) => (
            <Button
              key={definition.kind}
              variant="default"
              leftSection={<FamilyIcon family="entry" icon={definition.icon} size={20} />}
              onClick={() => begin(definition.kind)}
            >
              {definition.title[locale]}
            </Button>
          ))}
      </div>
    </div>
  );
}
