import { useDebouncedValue } from '@mantine/hooks';
import { compile } from '@tendril/journey/compile';
import type { WorkspaceNames } from '@tendril/journey/nodes';
import { failedTests } from '@tendril/journey/simulator';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../shell/session-context.ts';
import { virtualNow } from '../shell/workspace-clock.ts';
import { checkingOf } from './checking.ts';
import type { Editor } from './editor.ts';

/** Drawing rests for so long before it is compiled again, in real ms. */
const REST_MS = 150;

/** Compiles the drawing in the browser while it is drawn, with the compiler and the saved tests that publishing uses. */
export function useLiveChecking(editor: Editor, known: WorkspaceNames | undefined): void {
  const { documents, types, live } = editor;
  const document = useStore(documents.state, (state) => state.document);
  const { clock, timeZone } = useSession().workspace;
  const [rested] = useDebouncedValue(document, REST_MS);
  useEffect(() => {
    const now = virtualNow(clock, Date.now());
    const compiled = compile(rested, { nodeTypes: types, now, timeZone, ...(known === undefined ? {} : { known }) });
    const failed = compiled.ok ? failedTests({ program: compiled.program, nodeTypes: types, timeZone }, rested.tests ?? []) : [];
    live.setState({ checking: checkingOf([...failed, ...compiled.diagnostics]) });
  }, [rested, types, known, live, clock, timeZone]);
}
