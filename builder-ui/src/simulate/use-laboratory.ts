import { compile } from '@tendril/journey/compile';
import type { Laboratory } from '@tendril/journey/simulator';
import { useMemo } from 'react';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { useSession } from '../shell/session-context.ts';

/** The draft as the simulator plays it; null while it has errors. */
export function useLaboratory(): Laboratory | null {
  const { types } = useEditor();
  const { timeZone } = useSession().workspace;
  const drawing = useDocument((document) => document);
  return useMemo(() => {
    const compiled = compile(drawing, { nodeTypes: types });
    return compiled.ok ? { program: compiled.program, nodeTypes: types, timeZone } : null;
  }, [drawing, types, timeZone]);
}
