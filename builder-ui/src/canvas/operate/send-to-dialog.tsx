import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import type { NodeId } from '@tendril/journey/model';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../document/ports-of.ts';
import { useFormat, useLocale } from '../../i18n/format.ts';
import { useDocument, useEditor } from '../editor.ts';

interface SendToDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onSend: (nodeId: NodeId) => void;
}

/** Asks to which step leads are to go. Entries are not offered: nobody comes in twice. */
export function SendToDialog({ count, onClose, onSend }: SendToDialogProps) {
  const { t } = useTranslation('operate');
  const locale = useLocale();
  const format = useFormat();
  const { types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  const [target, setTarget] = useState<NodeId | null>(null);
  const steps = nodes.filter(({ kind }) => types.get(kind)?.entry === undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sendTo.title', { count, formatted: format.count(count) })}
      closeButtonProps={{ 'aria-label': t('sendTo.cancel') }}
    >
      <Stack>
        <p>{t('sendTo.body')}</p>
        <Select
          label={t('sendTo.step')}
          data={steps.map((node) => ({ value: node.id, label: nameOf(node, types, locale) }))}
          value={target}
          onChange={setTarget}
          searchable
          nothingFoundMessage={t('sendTo.nothing')}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('sendTo.cancel')}
          </Button>
          <Button disabled={target === null} data-testid="send-to-submit" onClick={() => target !== null && onSend(target)}>
            {t('sendTo.confirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
