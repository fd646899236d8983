import { IconMessage } from '@tabler/icons-react';
import { ViewportPortal } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useEditor } from '../../canvas/editor.ts';
import { useOpenThreads } from '../../canvas/live-store.ts';
import css from './comments.module.css';
import { threadsOf } from './threads.ts';
import { useComments } from './use-comments.ts';

/** How many threads are open at a step; opens them. */
export function CommentBadge({ node }: { readonly node: string }) {
  const { t } = useTranslation('together');
  const editor = useEditor();
  const count = useOpenThreads(node);
  if (count === 0) return null;
  const open = () => {
    editor.view.select([node]);
    editor.view.setState({ panel: 'comments' });
  };
  return (
    <button type="button" tabIndex={-1} className={`${css['badge']} nodrag`} aria-label={t('comments.badge', { count })} onClick={open}>
      <IconMessage size={12} aria-hidden />
      {count}
    </button>
  );
}

/** Pins of open threads that belong to a place. */
export function PlacePins() {
  const { t } = useTranslation('together');
  const editor = useEditor();
  const threads = threadsOf(useComments().data ?? [], 'open');
  return (
    <ViewportPortal>
      {threads.map(
        ({ first: { id, place, author, text } }) =>
          place !== null && (
            <button
              key={id}
              type="button"
              tabIndex={-1}
              className={css['place']}
              style={{ transform: `translate(${place.x}px, ${place.y}px)` }}
              aria-label={t('comments.pin', { name: author.name })}
              title={text}
              onClick={() => editor.view.setState({ panel: 'comments' })}
            >
              <IconMessage size={16} aria-hidden />
            </button>
          ),
      )}
    </ViewportPortal>
  );
}
