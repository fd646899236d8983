import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { disconnect, moveRest } from '../../document/commands/connect.ts';
import { openPortsOf } from '../../document/ports-of.ts';
import { findNode } from '../../document/walk.ts';
import { useLocale } from '../../i18n/format.ts';
import { edgeId } from '../document-to-flow.ts';
import { currentDocument, edit, useEditor } from '../editor.ts';
import type { ScreenPoint } from '../view-store.ts';

interface EdgeItemsProps {
  readonly id: string;
  readonly screen: ScreenPoint;
}

/** What can be done with a connection. */
export function EdgeItems({ id, screen }: EdgeItemsProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const document = currentDocument(editor);
  const edge = document.edges.find((candidate) => edgeId(candidate) === id);
  if (edge === undefined) return null;
  const source = findNode(document, edge.from);
  const free = source === undefined ? [] : openPortsOf(document, source, editor.types);
  const { view } = editor;
  const insert = () => setTimeout(() => view.setGesture({ at: 'choosing', place: { at: 'edge', from: edge.from, port: edge.port }, screen }));
  return (
    <>
      {!editor.readOnly && (
        <>
          <Menu.Item onClick={insert}>{t('add.onEdge')}</Menu.Item>
          {free.map((port) => (
            <Menu.Item
              key={port.id}
              onClick={() => edit(editor, { name: 'moveRest' }, (current) => moveRest(current, edge.from, edge.port, port.id))}
            >
              {t('split.moveRest', { way: port.label[locale] })}
            </Menu.Item>
          ))}
          <Menu.Divider />
        </>
      )}
      <Menu.Item onClick={() => view.select([edge.from])}>{t('edge.above')}</Menu.Item>
      <Menu.Item onClick={() => view.select([edge.to])}>{t('edge.below')}</Menu.Item>
      {!editor.readOnly && (
        <>
          <Menu.Divider />
          <Menu.Item
            color="var(--bad)"
            onClick={() => edit(editor, { name: 'disconnect', count: 1 }, (current) => disconnect(current, [{ node: edge.from, port: edge.port }]))}
          >
            {t('edge.remove')}
          </Menu.Item>
        </>
      )}
    </>
  );
}
