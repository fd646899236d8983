import { useTranslation } from 'react-i18next';
import { useToasts } from '../../ui/toasts.tsx';
import { pasteText, selectionText } from '../actions/clipboard.ts';
import { removeSelected } from '../actions/remove.ts';
import { useEditor } from '../editor.ts';

/** Reads and writes the clipboard from a menu; says so where the browser does not allow it. */
export function useMenuClipboard() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const toasts = useToasts();
  const denied = () => toasts.done(t('clipboard.denied'));
  const copy = () => {
    const text = selectionText(editor);
    return text === null ? Promise.resolve(false) : navigator.clipboard.writeText(text).then(() => true);
  };
  return {
    copy: () => void copy().catch(denied),
    cut: () =>
      void copy().then((copied) => {
        if (copied) removeSelected(editor);
      }, denied),
    paste: (at: { readonly x: number; readonly y: number }) => {
      navigator.clipboard
        .readText()
        .then((text) => {
          if (pasteText(editor, text, at) === null) toasts.done(t('clipboard.nothing'));
        })
        .catch(denied);
    },
  };
}
