import { useEffect } from 'react';
import type { Answers } from '../api/trpc.ts';
import { currentDocument, useEditor } from './editor.ts';
import { wayOfRun } from './way-of-run.ts';

/** Draws a lead's way over the journey while the caller is shown. */
export function useDrawnWay(trail: Answers['journeys']['trail'] | undefined): void {
  const editor = useEditor();
  useEffect(() => {
    if (trail !== undefined) editor.live.setState({ way: wayOfRun(currentDocument(editor), trail.rows) });
    return () => editor.live.setState({ way: null });
  }, [editor, trail]);
}
