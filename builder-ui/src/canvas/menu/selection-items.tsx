import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ALIGNMENTS } from '../../document/commands/align.ts';
import { alignSelected, toggleDisabled } from '../actions/arrange.ts';
import { duplicateSelected } from '../actions/clipboard.ts';
import { groupSelected, ungroupSelected } from '../actions/group.ts';
import { removeSelected } from '../actions/remove.ts';
import { useEditor } from '../editor.ts';
import { useTidy } from '../use-tidy.ts';
import { useMenuClipboard } from './use-menu-clipboard.ts';

/** What can be done with several chosen steps and notes at once. */
export function SelectionItems() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const clipboard = useMenuClipboard();
  const tidy = useTidy();
  return (
    <>
      <Menu.Item onClick={clipboard.copy}>{t('key.copy')}</Menu.Item>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={() => duplicateSelected(editor)}>{t('action.duplicate')}</Menu.Item>
          <Menu.Item onClick={() => toggleDisabled(editor)}>{t('action.toggleDisabled')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => groupSelected(editor)}>{t('key.group')}</Menu.Item>
          <Menu.Item onClick={() => ungroupSelected(editor)}>{t('key.ungroup')}</Menu.Item>
          <Menu.Item onClick={() => editor.view.setState({ dialog: 'extract' })}>{t('key.extract')}</Menu.Item>
          <Menu.Divider />
          {ALIGNMENTS.map((alignment) => (
            <Menu.Item key={alignment} onClick={() => alignSelected(editor, alignment)}>
              {t(`align.${alignment}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={tidy}>{t('key.tidy')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="var(--bad)" onClick={() => removeSelected(editor)}>
            {t('action.delete')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
