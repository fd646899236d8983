import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor, useView } from '../../canvas/editor.ts';
import { PanelFrame } from '../../canvas/panel-frame.tsx';
import { nameOf } from '../../document/ports-of.ts';
import { useLocale } from '../../i18n/format.ts';
import { useCanvasMiddle } from '../../palette/palette-panel.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { CommentField } from './comment-field.tsx';
import css from './comments.module.css';
import { ThreadCard } from './thread-card.tsx';
import { type ThreadFilter, threadsOf } from './threads.ts';
import { useCommentDeeds, useComments } from './use-comments.ts';

const FILTERS = ['open', 'resolved', 'all'] as const;

/** Begins a thread at the chosen step, or at the middle of what is seen. */
function NewThread() {
  const { t } = useTranslation('together');
  const locale = useLocale();
  const editor = useEditor();
  const middle = useCanvasMiddle();
  const chosen = useView((view) => view.selected.at(-1));
  const node = useDocument((document) => document.nodes.find(({ id }) => id === chosen));
  const { add } = useCommentDeeds();
  const label = node ? t('comments.atStep', { step: nameOf(node, editor.types, locale) }) : t('comments.atPlace');
  return (
    <>
      <p className="muted">{label}</p>
      <CommentField
        label={label}
        send={t('comments.send')}
        onSend={(written) =>
          add.mutateAsync({ id: editor.journeyId, ...written, at: node ? { kind: 'step', nodeId: node.id } : { kind: 'place', ...middle() } }).then(
            () => true,
            () => false,
          )
        }
      />
    </>
  );
}

/** What people say about the journey. Also for those who may only look. */
export function CommentsPanel() {
  const { t } = useTranslation('together');
  const editor = useEditor();
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const query = useComments();
  return (
    <PanelFrame title={t('comments.title')} label={t('comments.title')} onClose={() => editor.view.setState({ panel: 'inspector' })}>
      <NewThread />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('comments.filter')}
        value={filter}
        data={FILTERS.map((value) => ({ value, label: t(`comments.${value}`) }))}
        onChange={(value) => setFilter(FILTERS.find((one) => one === value) ?? 'open')}
      />
      <Loaded query={query} skeleton={<SkeletonLines count={4} height={48} />}>
        {(comments) => {
          const threads = threadsOf(comments, filter);
          if (threads.length === 0) return <p className="muted">{t(`comments.none.${filter}`)}</p>;
          return (
            <ol className={css['threads']}>
              {threads.map((thread) => (
                <ThreadCard key={thread.first.id} thread={thread} />
              ))}
            </ol>
          );
        }}
      </Loaded>
    </PanelFrame>
  );
}
