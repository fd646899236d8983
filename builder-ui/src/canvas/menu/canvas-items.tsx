import { Menu } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { currentDocument, useEditor } from '../editor.ts';
import { useAddNote } from '../use-add-note.ts';
import { useTidy } from '../use-tidy.ts';
import type { ScreenPoint } from '../view-store.ts';
import { useMenuClipboard } from './use-menu-clipboard.ts';

/** What can be done where nothing is. */
export function CanvasItems({ screen }: { readonly screen: ScreenPoint }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { screenToFlowPosition, fitView } = useReactFlow();
  const clipboard = useMenuClipboard();
  const addNote = useAddNote();
  const tidy = useTidy();
  const at = screenToFlowPosition({ x: screen.left, y: screen.top });
  return (
    <>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={() => setTimeout(() => editor.view.setGesture({ at: 'choosing', place: { at: 'point', ...at }, screen }))}>
            {t('key.add')}
          </Menu.Item>
          <Menu.Item onClick={() => clipboard.paste(at)}>{t('key.paste')}</Menu.Item>
          <Menu.Item onClick={addNote}>{t('key.note')}</Menu.Item>
          <Menu.Item onClick={tidy}>{t('key.tidy')}</Menu.Item>
          <Menu.Divider />
        </>
      )}
      <Menu.Item onClick={() => editor.view.select(currentDocument(editor).nodes.map(({ id }) => id))}>{t('key.selectAll')}</Menu.Item>
      <Menu.Item onClick={() => void fitView({ padding: 0.12, maxZoom: 1 })}>{t('key.zoomFit')}</Menu.Item>
    </>
  );
}
