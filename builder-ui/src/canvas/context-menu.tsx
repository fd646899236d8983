import { Menu } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { flip } from '../document/commands/connect.ts';
import { portsOf } from '../document/ports-of.ts';
import { useToasts } from '../ui/toasts.tsx';
import { toggleDisabled } from './actions/arrange.ts';
import { duplicateSelected, pasteText, selectionText } from './actions/clipboard.ts';
import { removeSelected } from './actions/remove.ts';
import { currentDocument, edit, useEditor, useView } from './editor.ts';
import { useAddNote } from './use-add-note.ts';
import { useOpenLeads } from './use-panels.ts';
import { useTidy } from './use-tidy.ts';
import type { Gesture } from './view-store.ts';

type Open = Extract<Gesture, { at: 'menu' }>;

/** Reads and writes the clipboard from a menu; says so where the browser does not allow it. */
function useMenuClipboard() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const toasts = useToasts();
  const denied = () => toasts.done(t('clipboard.denied'));
  return {
    copy: () => {
      const text = selectionText(editor);
      if (text !== null) navigator.clipboard.writeText(text).catch(denied);
    },
    paste: (at: { readonly x: number; readonly y: number }) => {
      navigator.clipboard
        .readText()
        .then((text) => {
          if (pasteText(editor, text, at) === null) toasts.done(t('clipboard.nothing'));
        })
        .catch(denied);
    },
  };
}

function StepItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const clipboard = useMenuClipboard();
  const openLeads = useOpenLeads();
  const node = currentDocument(editor).nodes.find((candidate) => candidate.id === id);
  const [first, second, ...more] = node === undefined ? [] : portsOf(node, editor.types);
  return (
    <>
      {node && <Menu.Item onClick={() => openLeads(id)}>{t('action.leads')}</Menu.Item>}
      <Menu.Item onClick={clipboard.copy}>{t('key.copy')}</Menu.Item>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={() => duplicateSelected(editor)}>{t('action.duplicate')}</Menu.Item>
          {node && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => editor.view.setGesture({ at: 'renaming', node: id })}>{t('rename')}</Menu.Item>
              <Menu.Item onClick={() => toggleDisabled(editor)}>{t(node.disabled ? 'action.enable' : 'action.disable')}</Menu.Item>
              {first && second && more.length === 0 && (
                <Menu.Item onClick={() => edit(editor, { name: 'flip' }, (document) => flip(document, id, [first.id, second.id]))}>
                  {t('action.flip')}
                </Menu.Item>
              )}
            </>
          )}
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => removeSelected(editor)}>
            {t('action.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}

function CanvasItems({ screen }: Pick<Open, 'screen'>) {
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

/** The menu under the right button: of a step, or of the canvas. */
export function ContextMenu() {
  const editor = useEditor();
  const gesture = useView((view) => view.gesture);
  if (gesture.at !== 'menu') return null;
  const close = () => {
    if (editor.view.getState().gesture.at === 'menu') editor.view.setGesture({ at: 'idle' });
  };
  return (
    <Menu opened onClose={close} position="bottom-start" shadow="md" width={210} offset={0}>
      <Menu.Target>
        <div style={{ position: 'fixed', ...gesture.screen, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown>{gesture.on === null ? <CanvasItems screen={gesture.screen} /> : <StepItems id={gesture.on} />}</Menu.Dropdown>
    </Menu>
  );
}
