import { IconNote } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putNote } from '../../document/commands/notes.ts';
import { edit, useEditor } from '../editor.ts';
import css from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { walkRows } from './walk-rows.ts';

/** A remark as a line: Enter or a double click writes it, Escape ends writing. */
export function NoteRow({ row, chosen }: { readonly row: Extract<OutlineRow, { is: 'note' }>; readonly chosen: boolean }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { note } = row;
  const [writing, setWriting] = useState(false);
  const begin = () => setWriting(!editor.readOnly);
  return (
    <div
      role="treeitem"
      aria-level={1}
      aria-selected={chosen}
      tabIndex={-1}
      className={css['note']}
      data-outline-row
      data-outline-note={note.id}
      onFocus={(event) => event.target === event.currentTarget && editor.view.select([note.id])}
      onDoubleClick={begin}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || walkRows(event) || event.key !== 'Enter') return;
        event.preventDefault();
        begin();
      }}
    >
      <IconNote size={16} aria-hidden />
      {writing ? (
        <textarea
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          rows={3}
          aria-label={t('note.label')}
          defaultValue={note.text}
          onBlur={(event) => {
            const text = event.currentTarget.value;
            edit(editor, { name: 'note', group: `note ${note.id}` }, (document) => putNote(document, { ...note, text }));
            setWriting(false);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.closest<HTMLElement>('[data-outline-row]')?.focus();
          }}
        />
      ) : (
        <p>{note.text || t('note.placeholder')}</p>
      )}
    </div>
  );
}
