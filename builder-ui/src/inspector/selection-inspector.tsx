import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toggleDisabled } from '../canvas/actions/arrange.ts';
import { duplicateSelected } from '../canvas/actions/clipboard.ts';
import { removeSelected } from '../canvas/actions/remove.ts';
import { useEditor } from '../canvas/editor.ts';
import css from './inspector.module.css';

/** What can be done with several steps at once. */
export function SelectionInspector({ count }: { readonly count: number }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  return (
    <>
      <header className={css['head']}>
        <h2>{t('inspector.several', { count })}</h2>
      </header>
      {!editor.readOnly && (
        <Stack gap="sm">
          <Button variant="default" onClick={() => duplicateSelected(editor)}>
            {t('action.duplicate')}
          </Button>
          <Button variant="default" onClick={() => toggleDisabled(editor)}>
            {t('action.toggleDisabled')}
          </Button>
          <Button variant="default" onClick={() => removeSelected(editor)}>
            {t('action.delete')}
          </Button>
        </Stack>
      )}
    </>
  );
}
