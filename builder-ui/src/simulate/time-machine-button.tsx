import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../canvas/editor.ts';

/** Opens and closes the time machine. */
export function TimeMachineButton() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const open = useView((view) => view.timeMachine);
  return (
    <Button
      variant={open ? 'light' : 'default'}
      leftSection={<IconPlayerPlay size={15} />}
      aria-pressed={open}
      aria-keyshortcuts="Control+Enter"
      onClick={() => editor.view.setState({ timeMachine: !open })}
    >
      {t('timeMachine.title')}
    </Button>
  );
}
