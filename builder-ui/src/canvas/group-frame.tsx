import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeGroup } from '../document/commands/groups.ts';
import { useFormat } from '../i18n/format.ts';
import { selectGroup, toggleCollapsed } from './actions/group.ts';
import { type FrameNode, TARGET_HANDLE } from './document-to-flow.ts';
import { edit, useEditor, useView } from './editor.ts';
import css from './group-frame.module.css';
import { useHereAt, useWorstAt } from './live-store.ts';

/** The title as a field: Enter keeps, Escape forgets. */
function TitleField({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (typed: string | null) => {
    if (typed !== null) edit(editor, { name: 'groupTitle' }, (document) => changeGroup(document, id, { title: typed.trim().slice(0, 200) }));
    editor.view.setGesture({ at: 'idle' });
  };
  return (
    <input
      ref={input}
      className="nodrag nopan"
      aria-label={t('group.name')}
      placeholder={t('group.untitled')}
      defaultValue={title}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}

/** What a folded group would hide: how many leads are inside, and that something is to be mended. */
function FoldedFoot({ members }: { readonly members: readonly string[] }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  const here = useHereAt(members);
  const worst = useWorstAt(members);
  return (
    <footer className={`${css['foot'] ?? ''} num`}>
      {here !== null && <span>{t('count.here', { count: here, formatted: format.count(here) })}</span>}
      {worst !== null && <em data-severity={worst}>{t('group.problems')}</em>}
    </footer>
  );
}

/** A frame around a group. Its title chooses and drags all that is inside; double-click renames, the arrow folds it up. */
export const GroupFrame = memo(function GroupFrame({ id, data }: NodeProps<FrameNode>) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { group, steps } = data;
  const folded = group.collapsed === true;
  const renaming = useView((view) => view.gesture.at === 'renaming' && view.gesture.node === id);
  const chosen = useView((view) => group.members.every((member) => view.selected.includes(member)));
  const title = group.title || t('group.untitled');
  const Arrow = folded ? IconChevronRight : IconChevronDown;
  return (
    <section
      className={css['frame']}
      id={`step-${id}`}
      data-color={group.color ?? 'grey'}
      data-folded={folded}
      data-selected={chosen}
      data-testid="group"
      aria-label={t('group.label', { title, count: steps })}
    >
      {folded && <Handle type="target" position={Position.Top} id={TARGET_HANDLE} className={css['handle'] ?? ''} isConnectable={false} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse chooses here; by keys the steps inside are chosen */}
      <div
        className={css['title']}
        data-frame-title
        onPointerDown={(event) => {
          if (event.button === 0 && !renaming) selectGroup(editor, id);
        }}
        onDoubleClick={(event) => {
          event.stopPropagation();
          if (!editor.readOnly) editor.view.setGesture({ at: 'renaming', node: id });
        }}
      >
        <button
          type="button"
          className="nodrag nopan"
          aria-expanded={!folded}
          aria-label={t(folded ? 'group.expand' : 'group.collapse', { title })}
          disabled={editor.readOnly}
          onClick={() => toggleCollapsed(editor, id)}
          onPointerDown={(event) => event.stopPropagation()}
        >
          <Arrow size={16} aria-hidden />
        </button>
        {renaming ? <TitleField id={id} title={group.title} /> : <b title={title}>{title}</b>}
        {!renaming && <span className="num">{t('group.steps', { count: steps })}</span>}
      </div>
      {folded && <FoldedFoot members={group.members} />}
      {folded && <Handle type="source" position={Position.Bottom} id="out" className={css['handle'] ?? ''} isConnectable={false} />}
    </section>
  );
});
