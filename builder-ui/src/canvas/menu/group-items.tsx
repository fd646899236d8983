import { Menu } from '@mantine/core';
import type { CanvasColor } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { changeGroup, groupsOf, ungroup } from '../../document/commands/groups.ts';
import { duplicateSelected } from '../actions/clipboard.ts';
import { toggleCollapsed } from '../actions/group.ts';
import { removeSelected } from '../actions/remove.ts';
import { ColorSwatches } from '../color-swatches.tsx';
import { currentDocument, edit, useEditor } from '../editor.ts';
import css from './menu.module.css';
import { useMenuClipboard } from './use-menu-clipboard.ts';

/** What can be done with a group; all that is inside is chosen. */
export function GroupItems({ id }: { readonly id: string }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const clipboard = useMenuClipboard();
  const group = groupsOf(currentDocument(editor)).find((candidate) => candidate.id === id);
  if (group === undefined) return null;
  const paint = (color: CanvasColor) => {
    edit(editor, { name: 'color' }, (document) => changeGroup(document, id, { color }));
    editor.view.setGesture({ at: 'idle' });
  };
  return (
    <>
      <Menu.Item onClick={clipboard.copy}>{t('key.copy')}</Menu.Item>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={() => duplicateSelected(editor)}>{t('action.duplicate')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => editor.view.setGesture({ at: 'renaming', node: id })}>{t('group.name')}</Menu.Item>
          <Menu.Item onClick={() => toggleCollapsed(editor, id)}>{t(group.collapsed === true ? 'group.open' : 'group.fold')}</Menu.Item>
          <div className={css['colors']}>
            <ColorSwatches inMenu value={group.color ?? 'grey'} onChange={paint} />
          </div>
          <Menu.Divider />
          <Menu.Item onClick={() => editor.view.setState({ dialog: 'extract' })}>{t('key.extract')}</Menu.Item>
          <Menu.Item onClick={() => edit(editor, { name: 'ungroup' }, (document) => ungroup(document, [id]))}>{t('key.ungroup')}</Menu.Item>
          <Menu.Item color="var(--bad)" onClick={() => removeSelected(editor)}>
            {t('group.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
