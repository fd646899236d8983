import { Button } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument, useEditor } from '../../canvas/editor.ts';
import { nameOf } from '../../document/ports-of.ts';
import { useLocale } from '../../i18n/format.ts';
import { RealDate } from '../../ui/relative-date.tsx';
import { CommentField } from './comment-field.tsx';
import css from './comments.module.css';
import type { Comment, Thread } from './threads.ts';
import { useCommentDeeds } from './use-comments.ts';

type Deeds = ReturnType<typeof useCommentDeeds>;

/** True when a deed went through; what went wrong is said elsewhere. */
const worked = (deed: Promise<unknown>): Promise<boolean> =>
  deed.then(
    () => true,
    () => false,
  );

function OneComment({ comment, deeds }: { readonly comment: Comment; readonly deeds: Deeds }) {
  const { t } = useTranslation('together');
  const [editing, setEditing] = useState(false);
  const save = async (changed: { text: string; mentions: string[] }) => {
    const done = await worked(deeds.edit.mutateAsync({ commentId: comment.id, ...changed }));
    if (done) setEditing(false);
    return false;
  };
  return (
    <div className={css['comment']} data-testid="comment">
      <header>
        <b>{comment.author.name}</b> <RealDate at={comment.atReal} />
        {comment.editedAtReal !== null && <span className="muted">{t('comments.edited')}</span>}
      </header>
      {editing ? (
        <CommentField label={t('comments.edit')} send={t('comments.save')} text={comment.text} onSend={save} onCancel={() => setEditing(false)} />
      ) : (
        <p>{comment.text}</p>
      )}
      {comment.mine && !editing && (
        <div className={css['buttons']}>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setEditing(true)}>
            {t('comments.edit')}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => deeds.remove.mutate({ commentId: comment.id })}>
            {t('comments.remove')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Names what a thread is pinned to, and leads there. */
function Pin({ first }: { readonly first: Comment }) {
  const { t } = useTranslation('together');
  const locale = useLocale();
  const editor = useEditor();
  const flow = useReactFlow();
  const node = useDocument((document) => document.nodes.find(({ id }) => id === first.nodeId));
  const { place } = first;
  if (first.nodeId !== null && node === undefined) return <span className="muted">{t('comments.stepGone')}</span>;
  const go = () => {
    if (node) {
      editor.view.select([node.id]);
      void flow.fitView({ nodes: [{ id: node.id }], maxZoom: 1, duration: 150 });
    } else if (place) void flow.setCenter(place.x, place.y, { zoom: flow.getZoom(), duration: 150 });
  };
  return (
    <button type="button" className={css['pin']} onClick={go}>
      {node ? nameOf(node, editor.types, locale) : t('comments.place')}
    </button>
  );
}

/** A thread: what was said, answers, and whether it is settled. */
export function ThreadCard({ thread: { first, answers } }: { readonly thread: Thread }) {
  const { t } = useTranslation('together');
  const { journeyId } = useEditor();
  const deeds = useCommentDeeds();
  const [answering, setAnswering] = useState(false);
  const resolved = first.resolvedBy !== null;
  const answer = async (written: { text: string; mentions: string[] }) => {
    const done = await worked(deeds.add.mutateAsync({ id: journeyId, ...written, at: { kind: 'answer', to: first.id } }));
    if (done) setAnswering(false);
    return done;
  };
  return (
    <li className={css['thread']} data-resolved={resolved} data-testid="thread">
      <Pin first={first} />
      <OneComment comment={first} deeds={deeds} />
      {answers.map((comment) => (
        <OneComment key={comment.id} comment={comment} deeds={deeds} />
      ))}
      {first.resolvedBy !== null && <p className="muted">{t('comments.resolvedBy', { name: first.resolvedBy.name })}</p>}
      {answering ? (
        <CommentField label={t('comments.answer')} send={t('comments.answer')} onSend={answer} onCancel={() => setAnswering(false)} />
      ) : (
        <div className={css['buttons']}>
          <Button size="compact-sm" variant="default" onClick={() => setAnswering(true)}>
            {t('comments.answer')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => deeds.resolve.mutate({ commentId: first.id, resolved: !resolved })}>
            {t(resolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        </div>
      )}
    </li>
  );
}
