import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCopy, IconFrame, IconLayoutAlignCenter, IconPower, IconSparkles, IconSubtask, IconTrash } from '@tabler/icons-react';
import { NodeToolbar, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { ALIGNMENTS } from '../document/commands/align.ts';
import { groupsOf } from '../document/commands/groups.ts';
import { alignSelected, toggleDisabled } from './actions/arrange.ts';
import { duplicateSelected } from './actions/clipboard.ts';
import { groupSelected } from './actions/group.ts';
import { removeSelected } from './actions/remove.ts';
import { useDocument, useEditor, useView } from './editor.ts';
import { KEY_MAP, type KeyAction } from './key-map.ts';
import css from './selection-toolbar.module.css';
import { shownKeys } from './shown-keys.ts';
import { useTidy } from './use-tidy.ts';

interface ToolProps {
  readonly action: KeyAction;
  readonly icon: typeof IconCopy;
  readonly onClick: () => void;
}

/** One button: its tooltip names the key that does the same. */
function Tool({ action, icon: Icon, onClick }: ToolProps) {
  const { t } = useTranslation('canvas');
  const [keys = ''] = KEY_MAP.find((line) => line.action === action)?.keys ?? [];
  return (
    <Tooltip label={`${t(`key.${action}`)}  ${shownKeys(keys)}`}>
      <ActionIcon variant="subtle" color="gray" aria-label={t(`key.${action}`)} onClick={onClick}>
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}

function AlignTool() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  return (
    <Menu position="top" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('align.label')} title={t('align.label')}>
          <IconLayoutAlignCenter size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {ALIGNMENTS.map((alignment) => (
          <Menu.Item key={alignment} onClick={() => alignSelected(editor, alignment)}>
            {t(`align.${alignment}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Floats above several chosen steps and notes: what can be done with all of them at once. */
export function SelectionToolbar() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const tidy = useTidy();
  const chosen = useView((view) => view.selected);
  const groups = useDocument(groupsOf);
  // Of a group that is chosen whole, the toolbar stands above the title.
  const whole = groups.filter(({ members }) => members.every((id) => chosen.includes(id))).map(({ id }) => id);
  const resting = useView(
    (view) => view.selected.length > 1 && view.gesture.at === 'idle' && view.dialog === null && !view.nodes.some((node) => node.dragging),
  );
  if (editor.readOnly || !resting) return null;
  return (
    <NodeToolbar nodeId={[...chosen, ...whole]} isVisible position={Position.Top} offset={14} className={css['toolbar'] ?? ''}>
      <div role="toolbar" aria-label={t('toolbar.label', { count: chosen.length })} className={`${css['row'] ?? ''} nodrag nopan`}>
        <span className="num">{t('toolbar.count', { count: chosen.length })}</span>
        <Tool action="duplicate" icon={IconCopy} onClick={() => duplicateSelected(editor)} />
        <Tool action="disable" icon={IconPower} onClick={() => toggleDisabled(editor)} />
        <Tool action="group" icon={IconFrame} onClick={() => groupSelected(editor)} />
        <Tool action="extract" icon={IconSubtask} onClick={() => editor.view.setState({ dialog: 'extract' })} />
        <AlignTool />
        <Tool action="tidy" icon={IconSparkles} onClick={tidy} />
        <Tool action="delete" icon={IconTrash} onClick={() => removeSelected(editor)} />
      </div>
    </NodeToolbar>
  );
}
