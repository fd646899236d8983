import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NodeId } from '@tendril/journey/model';
import type { Port } from '@tendril/journey/nodes';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { flip } from '../document/commands/connect.ts';
import { portsOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { type Editor, edit } from './editor.ts';

/** How long the offer stands, in ms. */
const STANDS_MS = 8_000;

interface Split {
  readonly id: NodeId;
  readonly first: Port;
  readonly second: Port;
}

/** The step with several ways that the last edit has put into a connection; null if it was no such edit. */
function splitJustPut({ documents, types }: Editor, before: ReadonlySet<NodeId>): Split | null {
  const { document, change } = documents.state.getState();
  if (change?.name !== 'insert' || documents.history.getState().futureStates.length > 0) return null;
  const node = document.nodes.find(({ id }) => !before.has(id));
  const [first, second] = node === undefined ? [] : portsOf(node, types);
  return node && first && second ? { id: node.id, first, second } : null;
}

/** A split put into a connection sends the rest down its first way without asking; this offers the other. */
export function useSplitOffer(editor: Editor): void {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  useEffect(
    () =>
      editor.documents.state.subscribe((state, previous) => {
        if (state.document === previous.document) return;
        const split = splitJustPut(editor, new Set(previous.document.nodes.map(({ id }) => id)));
        if (split === null) return;
        const { id, first, second } = split;
        const turn = () => {
          edit(editor, { name: 'flip' }, (document) => flip(document, id, [first.id, second.id]));
          notifications.hide(id);
        };
        notifications.show({
          id,
          autoClose: STANDS_MS,
          message: (
            <Group justify="space-between" wrap="nowrap">
              {t('split.rest', { way: first.label[locale] })}
              <Button variant="light" size="compact-sm" onClick={turn}>
                {t('split.flip', { way: second.label[locale] })}
              </Button>
            </Group>
          ),
        });
      }),
    [editor, t, locale],
  );
}
