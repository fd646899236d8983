import { Textarea, TextInput } from '@mantine/core';
import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveNote } from '../../ui/save-note.tsx';
import { useAutosave } from '../../ui/use-autosave.ts';
import css from './desk.module.css';
import type { Bant, Handoff } from './desk-answers.ts';

/** What the SDR has written so far. */
export interface Findings {
  readonly note: string;
  readonly bant: Bant;
}

/** What the desk asks of the form. */
export interface FindOutHandle {
  /** Puts the cursor into the note. */
  focusNote(): void;
  /** Saves what is not saved yet and answers the whole draft. */
  settle(): Promise<Findings>;
}

interface FindOutProps {
  readonly handoff: Handoff;
  readonly editable: boolean;
  readonly save: (findings: Findings) => Promise<unknown>;
  readonly ref: Ref<FindOutHandle>;
}

const QUESTIONS = ['budget', 'authority', 'need', 'time'] as const;

/** Budget, authority, need, time and a note; saved while typing. One form per hand-off: give it the hand-off's id as key. */
export function FindOut({ handoff, editable, save, ref }: FindOutProps) {
  const { t } = useTranslation('desk');
  const [draft, setDraft] = useState<Findings>({ note: handoff.note, bant: handoff.bant });
  const note = useRef<HTMLTextAreaElement>(null);
  const { state, change, flush } = useAutosave<Findings>({ save });
  useImperativeHandle(ref, () => ({ focusNote: () => note.current?.focus(), settle: () => flush().then(() => draft) }), [flush, draft]);

  const edit = (next: Findings) => {
    setDraft(next);
    change(next);
  };
  const leave = () => void flush();
  return (
    <>
      <h3 className={css['sideTitle']}>{t('bant.title')}</h3>
      <div className={css['bant']}>
        {QUESTIONS.map((question) => (
          <TextInput
            key={question}
            label={t(`bant.${question}`)}
            placeholder={editable ? t(`bant.hint.${question}`) : '–'}
            value={draft.bant[question]}
            maxLength={500}
            readOnly={!editable}
            onChange={(event) => edit({ ...draft, bant: { ...draft.bant, [question]: event.currentTarget.value } })}
            onBlur={leave}
          />
        ))}
      </div>
      <Textarea
        ref={note}
        mt={12}
        label={t('note')}
        aria-keyshortcuts="E"
        autosize
        minRows={3}
        maxRows={10}
        maxLength={5000}
        value={draft.note}
        readOnly={!editable}
        onChange={(event) => edit({ ...draft, note: event.currentTarget.value })}
        onBlur={leave}
      />
      <p className={css['saved']}>
        {editable ? <SaveNote state={state} onRetry={leave} /> : <span className="muted">{t(`locked.${handoff.status}`)}</span>}
      </p>
    </>
  );
}
