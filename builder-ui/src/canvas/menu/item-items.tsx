import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { flip, moveRest } from '../../document/commands/connect.ts';
import { colorNotes } from '../../document/commands/notes.ts';
import { portsOf } from '../../document/ports-of.ts';
import { edgesFrom } from '../../document/walk.ts';
import { useLocale } from '../../i18n/format.ts';
import { toggleDisabled } from '../actions/arrange.ts';
import { duplicateSelected } from '../actions/clipboard.ts';
import { groupSelected } from '../actions/group.ts';
import { removeSelected } from '../actions/remove.ts';
import { ColorSwatches } from '../color-swatches.tsx';
import { currentDocument, edit, useEditor } from '../editor.ts';
import { useOpenLeads } from '../use-panels.ts';
import css from './menu.module.css';
import { useMenuClipboard } from './use-menu-clipboard.ts';

/** Lets what follows one way out of a step follow another of its ways that leads nowhere yet. */
function RestItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const document = currentDocument(editor);
  const node = document.nodes.find((candidate) => candidate.id === id);
  const ports = node === undefined ? [] : portsOf(node, editor.types);
  const used = edgesFrom(document, id);
  const rest = used.length === 1 ? ports.find((port) => port.id === used[0]?.port) : undefined;
  if (rest === undefined) return null;
  return ports
    .filter((port) => port.id !== rest.id)
    .map((port) => (
      <Menu.Item key={port.id} onClick={() => edit(editor, { name: 'moveRest' }, (current) => moveRest(current, id, rest.id, port.id))}>
        {t('split.moveRest', { way: port.label[locale] })}
      </Menu.Item>
    ));
}

function StepItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const node = currentDocument(editor).nodes.find((candidate) => candidate.id === id);
  if (node === undefined) return null;
  const [first, second, ...more] = portsOf(node, editor.types);
  return (
    <>
      <Menu.Divider />
      <Menu.Item onClick={() => editor.view.setGesture({ at: 'renaming', node: id })}>{t('rename')}</Menu.Item>
      <Menu.Item onClick={() => toggleDisabled(editor)}>{t(node.disabled ? 'action.enable' : 'action.disable')}</Menu.Item>
      {first && second && more.length === 0 && (
        <Menu.Item onClick={() => edit(editor, { name: 'flip' }, (document) => flip(document, id, [first.id, second.id]))}>
          {t('action.flip')}
        </Menu.Item>
      )}
      {more.length > 0 && <RestItems id={id} />}
    </>
  );
}

function NoteItems({ id }: { readonly id: string }) {
  const editor = useEditor();
  const note = currentDocument(editor).notes?.find((candidate) => candidate.id === id);
  if (note === undefined) return null;
  const paint = (color: Parameters<typeof colorNotes>[2]) => {
    edit(editor, { name: 'color' }, (document) => colorNotes(document, [id], color));
    editor.view.setGesture({ at: 'idle' });
  };
  return (
    <>
      <Menu.Divider />
      <div className={css['colors']}>
        <ColorSwatches inMenu value={note.color ?? 'yellow'} onChange={paint} />
      </div>
    </>
  );
}

/** What can be done with one step or note. */
export function ItemItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const clipboard = useMenuClipboard();
  const openLeads = useOpenLeads();
  const isStep = currentDocument(editor).nodes.some((node) => node.id === id);
  return (
    <>
      {isStep && <Menu.Item onClick={() => openLeads(id)}>{t('action.leads')}</Menu.Item>}
      <Menu.Item onClick={clipboard.copy}>{t('key.copy')}</Menu.Item>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={() => duplicateSelected(editor)}>{t('action.duplicate')}</Menu.Item>
          <Menu.Item onClick={() => groupSelected(editor)}>{t('key.group')}</Menu.Item>
          <StepItems id={id} />
          <NoteItems id={id} />
          <Menu.Divider />
          <Menu.Item color="var(--bad)" onClick={() => removeSelected(editor)}>
            {t('action.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
