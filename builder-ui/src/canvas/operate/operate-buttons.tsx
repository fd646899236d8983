import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { SendToDialog } from './send-to-dialog.tsx';
import { type ChosenLeads, type OperationKind, useOperation } from './use-operation.ts';

interface OperateButtonsProps {
  readonly leads: ChosenLeads;
  readonly count: number;
  /** What may be done to them, in this order. */
  readonly kinds: readonly OperationKind[];
  readonly onStarted: () => void;
}

/** What can be done to the chosen leads; each asks first. */
export function OperateButtons({ leads, count, kinds, onStarted }: OperateButtonsProps) {
  const { t } = useTranslation('operate');
  const format = useFormat();
  const confirm = useConfirm();
  const { begin, isPending } = useOperation(onStarted);
  const [sending, setSending] = useState(false);
  const figures = { count, formatted: format.count(count) };
  const ask = async (kind: 'remove' | 'try-again') => {
    const texts = { title: t(`ask.${kind}`, figures), body: t(`body.${kind}`), confirm: t(`kind.${kind}`) };
    if (await confirm({ ...texts, danger: kind === 'remove' })) begin(kind, leads);
  };
  return (
    <Group gap={6}>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="compact-sm"
          variant={kind === 'remove' ? 'subtle' : 'default'}
          {...(kind === 'remove' ? { color: 'red' } : {})}
          data-testid={`operate-${kind}`}
          loading={isPending}
          onClick={() => (kind === 'send-to' ? setSending(true) : void ask(kind))}
        >
          {t(`kind.${kind}`)}
        </Button>
      ))}
      {sending && (
        <SendToDialog
          count={count}
          onClose={() => setSending(false)}
          onSend={(nodeId) => {
            setSending(false);
            begin('send-to', leads, nodeId);
          }}
        />
      )}
    </Group>
  );
}
