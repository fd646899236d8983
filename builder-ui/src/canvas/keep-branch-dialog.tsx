import { Button, Modal, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { nameOf, portsOf } from '../document/ports-of.ts';
import { edgesFrom, findNode, reachableFrom } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import { removeSplit } from './actions/remove.ts';
import { currentDocument, useEditor, useView } from './editor.ts';

function Ways({ split }: { readonly split: string }) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const document = currentDocument(editor);
  const node = findNode(document, split);
  if (node === undefined) return null;
  const ports = portsOf(node, editor.types);
  const ways = edgesFrom(document, split)
    .map((edge) => ({ edge, size: reachableFrom(document, edge.to).size }))
    .sort((a, b) => b.size - a.size);
  return (
    <Stack gap="sm">
      {ways.map(({ edge, size }, index) => {
        const target = findNode(document, edge.to);
        const way = ports.find(({ id }) => id === edge.port)?.label[locale] ?? edge.port;
        return (
          <Button
            key={edge.port}
            variant={index === 0 ? 'filled' : 'default'}
            data-autofocus={index === 0 || undefined}
            onClick={() => removeSplit(editor, split, edge.port)}
          >
            {t('keepBranch.keep', { way, step: target ? nameOf(target, editor.types, locale) : '', count: size })}
          </Button>
        );
      })}
      <Button variant="default" onClick={() => removeSplit(editor, split, null)}>
        {t('keepBranch.none')}
      </Button>
    </Stack>
  );
}

/** A step with several ways on is to go: which way follows what came before it? Nothing below is ever deleted silently. */
export function KeepBranchDialog() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const gesture = useView((view) => view.gesture);
  const split = gesture.at === 'asking-branch' ? gesture.split : null;
  return (
    <Modal
      opened={split !== null}
      onClose={() => editor.view.setGesture({ at: 'idle' })}
      title={t('keepBranch.title')}
      closeButtonProps={{ 'aria-label': t('panel.close') }}
    >
      {split !== null && <Ways split={split} />}
    </Modal>
  );
}
