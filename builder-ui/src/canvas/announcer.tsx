import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '../document/document-store.ts';
import { nameOf, summaryOf } from '../document/ports-of.ts';
import { findNode } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import { currentDocument, useEditor } from './editor.ts';

/**
 * Says to screen readers what the canvas shows only to eyes: the edit just made, taken back or made again, and, where the
 * keyboard stays on the canvas itself, which step was chosen.
 */
export function Announcer() {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const [said, setSaid] = useState('');
  useEffect(() => {
    const { documents, view, live, types } = editor;
    const named = ({ name, count = 1 }: Change) => t(`change.${name}`, { count });
    const stopEdits = documents.state.subscribe((now, before) => {
      if (now.document !== before.document && now.change !== null) setSaid(t('announce.done', { change: named(now.change) }));
    });
    // The history is written after the drawing, so what is said of an undo replaces what was said of the edit before it.
    const stopHistory = documents.history.subscribe((now, before) => {
      const undone = now.futureStates.length > before.futureStates.length ? now.futureStates.at(-1)?.change : null;
      if (undone) setSaid(t('announce.undone', { change: named(undone) }));
    });
    const stopChoices = view.subscribe((now, before) => {
      const id = now.selected.at(-1);
      if (now.outline || now.selected === before.selected || id === undefined) return;
      const node = findNode(currentDocument(editor), id);
      if (node === undefined) return;
      const problems = live.getState().checking.byNode.get(id) ?? [];
      const parts = [nameOf(node, types, locale), summaryOf(node, types, locale) ?? t('face.unfinished')];
      if (problems.length > 0) parts.push(t('problem.count', { count: problems.length }));
      setSaid(parts.join('. '));
    });
    return () => {
      stopEdits();
      stopHistory();
      stopChoices();
    };
  }, [editor, locale, t]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-testid="announcer">
      {said}
    </p>
  );
}
