import { Alert } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { JourneyScript, JourneyTest } from '@tendril/journey/model';
import { scriptFromRun, simulateScript } from '@tendril/journey/simulator';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../api/error-sentence.ts';
import { useTRPCClient } from '../api/trpc.ts';
import { currentDocument, useEditor } from '../canvas/editor.ts';
import { useWorkspaceNow } from '../shell/session-context.ts';
import type { PickedLead } from '../ui/lead-picker.tsx';
import { HappeningList } from './happening-list.tsx';
import { freshScript } from './made-up-script.ts';
import { SavedTests } from './saved-tests.tsx';
import { ScriptForm } from './script-form.tsx';
import { addItem } from './script-items.ts';
import { Stage } from './stage.tsx';
import css from './time-machine.module.css';
import { useLaboratory } from './use-laboratory.ts';

/** A script without what makes it a saved test. */
function scriptOf({ start, lead, entry, properties, happens, answers }: JourneyScript): JourneyScript {
  return {
    start,
    ...(lead === undefined ? {} : { lead }),
    ...(entry === undefined ? {} : { entry }),
    ...(properties === undefined ? {} : { properties }),
    ...(happens === undefined ? {} : { happens }),
    ...(answers === undefined ? {} : { answers }),
  };
}

/** One lead through time: a made-up or a real one, what happens to it, and what the journey decides and why. */
export function OneLead() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const client = useTRPCClient();
  const sentence = useErrorSentence();
  const now = useWorkspaceNow(60_000);
  const fresh = () => freshScript(currentDocument(editor), editor.types, now);
  const [script, setScript] = useState(fresh);
  const [lead, setLead] = useState<PickedLead | null>(null);
  const [edited, setEdited] = useState<JourneyTest | null>(null);
  const laboratory = useLaboratory();
  const trace = useMemo(() => (laboratory === null ? null : simulateScript(laboratory, script)), [laboratory, script]);
  const read = useMutation({
    mutationFn: async (picked: PickedLead) => {
      const events = laboratory?.program.reads.events ?? [];
      return client.tryOut.lead.query({ id: picked.id, events: [...events] });
    },
    onSuccess: (view, picked) => {
      if (laboratory === null) return;
      // Of the lead only what the journey reads gets into the script, so that no name or address ever gets into a saved test.
      const entry = script.entry ?? laboratory.program.entries[0] ?? '';
      setScript(scriptFromRun(laboratory, { lead: view, startedAt: now, entry, events: view.events, answers: {} }));
      setLead(picked);
      setEdited(null);
    },
  });
  if (laboratory === null || trace === null) return <p className={css['hint']}>{t('timeMachine.notCompiled')}</p>;
  const pick = (picked: PickedLead | null) => {
    if (picked !== null) return read.mutate(picked);
    setScript(fresh());
    setLead(null);
  };
  const play = (test: JourneyTest) => {
    setScript(scriptOf(test));
    setEdited(test);
    setLead(null);
  };
  return (
    <>
      <div className={css['head']}>
        <ScriptForm laboratory={laboratory} script={script} onChange={setScript} lead={lead} onPick={pick} />
        <HappeningList script={script} onChange={setScript} />
        <span className={css['space']} />
        <SavedTests laboratory={laboratory} script={script} edited={edited} onPlay={play} onEdited={setEdited} />
      </div>
      {read.error !== null && (
        <Alert color="red" role="alert" className={css['wide'] ?? ''}>
          {sentence(read.error)}
        </Alert>
      )}
      <Stage trace={trace} onAdd={(item) => setScript(addItem(script, item))} />
    </>
  );
}
