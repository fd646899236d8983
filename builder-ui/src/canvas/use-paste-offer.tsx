import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { missingNames } from '../document/commands/map-names.ts';
import type { Editor } from './editor.ts';
import { useExistingNames, valuesOf } from './use-existing-names.ts';

const ID = 'pasted-names';
const STANDS_MS = 12_000;

/** What was pasted may name templates, people and more that nobody here knows: this offers to map them. */
export function usePasteOffer(editor: Editor): void {
  const { t } = useTranslation('canvas');
  const existing = useRef<ReturnType<typeof useExistingNames>>(undefined);
  existing.current = useExistingNames();
  useEffect(
    () =>
      editor.documents.state.subscribe((state, previous) => {
        if (state.document === previous.document || state.change?.name !== 'paste' || existing.current === undefined) return;
        const before = new Set(previous.document.nodes.map(({ id }) => id));
        const fresh = state.document.nodes.filter(({ id }) => !before.has(id));
        const here = { ...valuesOf(existing.current), step: state.document.nodes.map(({ id }) => id) };
        const missing = missingNames(fresh, editor.types, here);
        if (missing.length === 0) return;
        const map = () => {
          notifications.hide(ID);
          editor.view.setState({ dialog: 'map-names' });
        };
        notifications.show({
          id: ID,
          color: 'yellow',
          autoClose: STANDS_MS,
          message: (
            <Group justify="space-between" wrap="nowrap">
              {t('mapNames.pasted', { count: missing.length })}
              <Button variant="light" size="compact-sm" onClick={map}>
                {t('mapNames.button')}
              </Button>
            </Group>
          ),
        });
      }),
    [editor, t],
  );
}
