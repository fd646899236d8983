import type { Diagnostic } from '@tendril/journey/model';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { currentDocument, useEditor } from '../canvas/editor.ts';
import { useLocale } from '../i18n/format.ts';
import { useSentence } from '../ui/use-sentence.ts';
import { formFieldsOf } from './form-fields.ts';

/** The compiler's code for a field that a document must have and has not. */
const MISSING = 'J110';

/** Says what the compiler found. A field that is still empty is called as the form calls it, not as the file does. */
export function useProblemSentence(): (problem: Diagnostic) => string {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const sentence = useSentence();
  const editor = useEditor();
  return useCallback(
    (problem) => {
      const key = problem.code === MISSING ? /^config\.([^.[]+)$/.exec(problem.field ?? '')?.[1] : undefined;
      const node = currentDocument(editor).nodes.find(({ id }) => id === problem.node);
      const definition = node && editor.types.get(node.kind);
      const field = definition && formFieldsOf(definition).find((candidate) => candidate.key === key);
      return field === undefined ? sentence(problem) : t('missing', { field: field.label[locale] });
    },
    [t, locale, sentence, editor],
  );
}
