import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/format.ts';
import type { Editor } from './editor.ts';

const ID = 'deleted-with-leads';
const STANDS_MS = 10_000;

/** Steps with leads in them were deleted: nothing happens to the leads until publishing says what. */
export function useDeleteOffer(editor: Editor): void {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  useEffect(
    () =>
      editor.documents.state.subscribe((state, previous) => {
        if (state.document === previous.document || state.change?.name !== 'delete') return;
        const kept = new Set(state.document.nodes.map(({ id }) => id));
        const { counts } = editor.live.getState();
        const gone = previous.document.nodes.filter(({ id }) => !kept.has(id));
        const here = gone.reduce((sum, { id }) => sum + (counts?.of.get(id)?.here ?? 0), 0);
        if (here === 0) return;
        const plan = () => {
          notifications.hide(ID);
          editor.view.setState({ dialog: 'publish' });
        };
        notifications.show({
          id: ID,
          autoClose: STANDS_MS,
          message: (
            <Group justify="space-between" wrap="nowrap">
              {t('deleted.here', { count: here, formatted: format.count(here) })}
              <Button variant="light" size="compact-sm" onClick={plan}>
                {t('deleted.plan')}
              </Button>
            </Group>
          ),
        });
      }),
    [editor, t, format],
  );
}
