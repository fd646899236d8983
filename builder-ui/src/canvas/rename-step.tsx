import type { DocumentNode } from '@tendril/journey/model';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { renameStep } from '../document/commands/change-step.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { edit, useEditor } from './editor.ts';
import css from './rename-step.module.css';

/** The name of a step as a field on its face: Enter keeps, Escape forgets. */
export function RenameStep({ node }: { readonly node: DocumentNode }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const locale = useLocale();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (name: string | null) => {
    if (name !== null) edit(editor, { name: 'rename' }, (document) => renameStep(document, node.id, name.trim()));
    editor.view.setGesture({ at: 'idle' });
  };
  return (
    <input
      ref={input}
      className={`${css['input'] ?? ''} nodrag nopan`}
      aria-label={t('rename')}
      defaultValue={node.name || nameOf(node, editor.types, locale)}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') finish(null);
      }}
    />
  );
}
