import { Button, Popover, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { JourneyScript, JourneyTest } from '@tendril/journey/model';
import { type Laboratory, runJourneyTests, testFromScript } from '@tendril/journey/simulator';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edit, useDocument, useEditor } from '../canvas/editor.ts';
import { keepTest } from '../document/commands/tests.ts';
import { TestRow } from './test-row.tsx';
import css from './time-machine.module.css';

const NONE: readonly JourneyTest[] = [];

/** The canvas keeps other events of the mouse to itself. */
const OUTSIDE = ['pointerdown'];

interface SavedTestsProps {
  readonly laboratory: Laboratory;
  readonly script: JourneyScript;
  /** The saved test that was loaded into the time machine, to be looked at or changed. */
  readonly edited: JourneyTest | null;
  readonly onPlay: (test: JourneyTest) => void;
  readonly onEdited: (test: JourneyTest | null) => void;
}

/** Saves what the time machine plays: as a new test, or over the one that was loaded. */
function SaveForm({ laboratory, script, edited, onEdited }: SavedTestsProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const editor = useEditor();
  const [name, setName] = useState('');
  const keep = (named: Pick<JourneyTest, 'id' | 'name'>) => {
    const test = testFromScript(laboratory, script, named);
    edit(editor, { name: 'test' }, (document) => keepTest(document, test));
    onEdited(test);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    keep({ id: editor.newId(), name: name.trim() });
    setName('');
  };
  return (
    <>
      {edited !== null && (
        <div className={css['saveTest']}>
          <span className="muted">{t('tryout:saved.editing', { name: edited.name })}</span>
          <Button variant="default" onClick={() => keep({ id: edited.id, name: edited.name })}>
            {t('tryout:saved.update')}
          </Button>
        </div>
      )}
      <form className={css['saveTest']} onSubmit={save}>
        <TextInput
          aria-label={t('tests.name')}
          placeholder={t('tests.namePlaceholder')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''}>
          {t('tests.save')}
        </Button>
      </form>
    </>
  );
}

/** Ways that a lead must go: saved from the time machine, all run at every change, and publishing is refused while one fails. */
export function SavedTests(props: SavedTestsProps) {
  const { t } = useTranslation(['canvas', 'tryout']);
  const { readOnly } = useEditor();
  const { laboratory, edited, onPlay } = props;
  const tests = useDocument((document) => document.tests ?? NONE);
  const results = useMemo(() => runJourneyTests(laboratory, tests), [laboratory, tests]);
  const failed = results.filter(({ passed }) => !passed).length;
  const open = tests.find(({ id }) => id === edited?.id) ?? null;
  return (
    <Popover width={460} position="top-end" withArrow shadow="md" trapFocus returnFocus clickOutsideEvents={OUTSIDE}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={failed > 0 ? <IconCircleX size={15} color="var(--bad)" /> : <IconCircleCheck size={15} color="var(--ok)" />}
        >
          {failed > 0 ? t('tests.failing', { count: failed }) : t('tests.button', { count: tests.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tests.title')} data-testid="saved-tests">
        <p className={css['hint']}>{t('tests.help')}</p>
        {results.length > 0 && (
          <>
            <p className={css['summary']} role="status" data-testid="tests-summary">
              {t('tryout:saved.summary', { count: results.length, passed: results.length - failed, failed })}
            </p>
            <ul className={css['tests']}>
              {results.map((result) => (
                <TestRow key={result.test.id} result={result} open={result.test.id === open?.id} onPlay={onPlay} />
              ))}
            </ul>
          </>
        )}
        {!readOnly && <SaveForm {...props} edited={open} />}
      </Popover.Dropdown>
    </Popover>
  );
}
