import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Editor } from '../../canvas/editor.ts';
import { openByStep } from './threads.ts';
import { useComments } from './use-comments.ts';

/** Keeps the counts on the steps up to date; a link to comments (`#comments`) opens the panel beside the drawing. */
export function useOpenComments({ view, live }: Editor): void {
  const { data } = useComments();
  useEffect(() => {
    if (data) live.setState({ openThreads: openByStep(data) });
  }, [data, live]);
  const asked = useLocation({ select: ({ hash }) => hash === 'comments' });
  useEffect(() => {
    if (asked) view.setState({ panel: 'comments' });
  }, [asked, view]);
}
