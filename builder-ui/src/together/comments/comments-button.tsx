import { ActionIcon, Indicator, Tooltip } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useEditor, useView } from '../../canvas/editor.ts';
import { threadsOf } from './threads.ts';
import { useComments } from './use-comments.ts';

/** Opens what people say about the journey, with the count of open threads. */
export function CommentsButton() {
  const { t } = useTranslation('together');
  const { view } = useEditor();
  const open = useView(({ panel }) => panel === 'comments');
  const count = threadsOf(useComments().data ?? [], 'open').length;
  return (
    <Tooltip label={t('comments.title')}>
      <Indicator label={count} size={15} disabled={count === 0} offset={4}>
        <ActionIcon
          variant={open ? 'light' : 'subtle'}
          color={open ? 'vine' : 'gray'}
          aria-label={t('comments.button', { count })}
          aria-pressed={open}
          onClick={() => view.setState({ panel: open ? 'inspector' : 'comments' })}
        >
          <IconMessage size={18} />
        </ActionIcon>
      </Indicator>
    </Tooltip>
  );
}
