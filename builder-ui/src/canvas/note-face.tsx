import { type NodeProps, NodeResizer, NodeToolbar, Position } from '@xyflow/react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colorNotes, putNote } from '../document/commands/notes.ts';
import { MarkdownText } from '../ui/markdown-text.tsx';
import { ColorSwatches } from './color-swatches.tsx';
import type { NoteNode } from './document-to-flow.ts';
import { edit, useEditor, useView } from './editor.ts';
import css from './note-face.module.css';

/** A remark on the canvas, in Markdown: double-click to write, drag its corner to resize; the chosen one offers its colours. */
export const NoteFace = memo(function NoteFace({ data, selected }: NodeProps<NoteNode>) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { note } = data;
  const [writing, setWriting] = useState(note.text === '' && !editor.readOnly);
  const alone = useView((view) => view.selected.length === 1 && view.gesture.at === 'idle');
  const color = note.color ?? 'yellow';
  const write = (text: string) => edit(editor, { name: 'note', group: `note ${note.id}` }, (document) => putNote(document, { ...note, text }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: double-click is a shortcut; Enter on the chosen note does the same
    <div
      className={css['note']}
      id={`step-${note.id}`}
      data-color={color}
      data-selected={selected}
      data-testid="note"
      onDoubleClick={() => setWriting(!editor.readOnly)}
    >
      <NodeToolbar isVisible={selected && alone && !editor.readOnly} position={Position.Top} offset={12} className={css['toolbar'] ?? ''}>
        <ColorSwatches value={color} onChange={(picked) => edit(editor, { name: 'color' }, (document) => colorNotes(document, [note.id], picked))} />
      </NodeToolbar>
      <NodeResizer
        isVisible={selected && !editor.readOnly}
        minWidth={120}
        minHeight={60}
        lineClassName={css['edge'] ?? ''}
        handleClassName={css['corner'] ?? ''}
        onResizeEnd={(_event, { width, height, x, y }) =>
          edit(editor, { name: 'note' }, (document) =>
            putNote(document, {
              ...note,
              position: { x: Math.round(x), y: Math.round(y) },
              size: { width: Math.round(width), height: Math.round(height) },
            }),
          )
        }
      />
      {writing ? (
        <textarea
          maxLength={10_000}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked to write here
          autoFocus
          className={`${css['text'] ?? ''} nodrag nopan nowheel`}
          aria-label={t('note.label')}
          placeholder={t('note.placeholder')}
          defaultValue={note.text}
          onBlur={(event) => {
            write(event.currentTarget.value);
            setWriting(false);
          }}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
        />
      ) : (
        <div className={css['text']}>{note.text === '' ? <p className="muted">{t('note.placeholder')}</p> : <MarkdownText text={note.text} />}</div>
      )}
    </div>
  );
});
