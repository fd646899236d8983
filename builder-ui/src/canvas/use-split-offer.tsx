import { Button, Group, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { NodeId } from '@tendril/journey/model';
import type { Port } from '@tendril/journey/nodes';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { moveRest } from '../document/commands/connect.ts';
import { portsOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { type Editor, edit } from './editor.ts';

/** How long the offer stands, in ms. */
const STANDS_MS = 10_000;

interface Split {
  readonly id: NodeId;
  /** The way that the rest goes on by. */
  readonly first: Port;
  readonly others: readonly Port[];
}

/** The step with several ways that the last edit has put into a connection; null if it was no such edit. */
function splitJustPut({ documents, types }: Editor, before: ReadonlySet<NodeId>): Split | null {
  const { document, change } = documents.state.getState();
  if (change?.name !== 'insert' || documents.history.getState().futureStates.length > 0) return null;
  const node = document.nodes.find(({ id }) => !before.has(id));
  const [first, ...others] = node === undefined ? [] : portsOf(node, types);
  return node && first && others.length > 0 ? { id: node.id, first, others } : null;
}

interface OfferProps {
  readonly split: Split;
  readonly onChoose: (port: Port) => void;
}

/** Where the rest goes on, and where else it might: the other way at once, several from a list. */
function Offer({ split: { first, others }, onChoose }: OfferProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const [second, ...more] = others;
  return (
    <Group justify="space-between" wrap="nowrap">
      {t('split.rest', { way: first.label[locale] })}
      {second && more.length === 0 ? (
        <Button variant="light" size="compact-sm" onClick={() => onChoose(second)}>
          {t('split.flip', { way: second.label[locale] })}
        </Button>
      ) : (
        <Menu zIndex={500} position="top-end">
          <Menu.Target>
            <Button variant="light" size="compact-sm">
              {t('split.choose')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((port) => (
              <Menu.Item key={port.id} onClick={() => onChoose(port)}>
                {port.label[locale]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

/** A split put into a connection sends the rest down its first way without asking; this offers the others. */
export function useSplitOffer(editor: Editor): void {
  useEffect(
    () =>
      editor.documents.state.subscribe((state, previous) => {
        if (state.document === previous.document) return;
        const split = splitJustPut(editor, new Set(previous.document.nodes.map(({ id }) => id)));
        if (split === null) return;
        const { id, first } = split;
        const move = (port: Port) => {
          edit(editor, { name: 'moveRest' }, (document) => moveRest(document, id, first.id, port.id));
          notifications.hide(id);
        };
        notifications.show({ id, autoClose: STANDS_MS, message: <Offer split={split} onChoose={move} /> });
      }),
    [editor],
  );
}
