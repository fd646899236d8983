import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { JourneyScript, JourneyTest } from '@tendril/journey/model';
import { type JourneyTestResult, type Laboratory, runJourneyTests, testFromScript } from '@tendril/journey/simulator';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edit, useDocument, useEditor } from '../canvas/editor.ts';
import css from './time-machine.module.css';

const NONE: readonly JourneyTest[] = [];

function Result({ result, onPlay }: { readonly result: JourneyTestResult; readonly onPlay: (script: JourneyScript) => void }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { test, passed } = result;
  const Icon = passed ? IconCircleCheck : IconCircleX;
  const remove = () =>
    edit(editor, { name: 'test' }, (document) => ({ ...document, tests: (document.tests ?? []).filter(({ id }) => id !== test.id) }));
  return (
    <li className={css['test']} data-passed={passed}>
      <Icon size={16} aria-label={t(passed ? 'tests.passed' : 'tests.failed')} />
      <span>
        {test.name}
        {!result.passed && 'at' in result.difference && (
          <small>{t('tests.difference', { expected: result.difference.expected ?? '–', found: result.difference.found ?? '–' })}</small>
        )}
        {!result.passed && 'outcome' in result.difference && (
          <small>
            {t('tests.difference', { expected: result.difference.outcome.expected ?? '–', found: result.difference.outcome.found ?? '–' })}
          </small>
        )}
      </span>
      <ActionIcon size="sm" aria-label={t('tests.play', { name: test.name })} onClick={() => onPlay(test)}>
        <IconPlayerPlay size={14} />
      </ActionIcon>
      {!editor.readOnly && (
        <ActionIcon size="sm" aria-label={t('tests.remove', { name: test.name })} onClick={remove}>
          <IconTrash size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

interface SavedTestsProps {
  readonly laboratory: Laboratory;
  readonly script: JourneyScript;
  readonly onPlay: (script: JourneyScript) => void;
}

function SaveForm({ laboratory, script }: SavedTestsProps) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const [name, setName] = useState('');
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    const test = testFromScript(laboratory, script, { id: editor.newId(), name: name.trim() });
    edit(editor, { name: 'test' }, (document) => ({ ...document, tests: [...(document.tests ?? []), test] }));
    setName('');
  };
  return (
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
  );
}

/** Ways that a lead must go: saved from the time machine, run at every change, and publishing is refused while one fails. */
export function SavedTests(props: SavedTestsProps) {
  const { t } = useTranslation('canvas');
  const { readOnly } = useEditor();
  const { laboratory, onPlay } = props;
  const tests = useDocument((document) => document.tests ?? NONE);
  const results = useMemo(() => runJourneyTests(laboratory, tests), [laboratory, tests]);
  const failed = results.filter(({ passed }) => !passed).length;
  return (
    <Popover width={420} position="top-end" withArrow shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={failed > 0 ? <IconCircleX size={15} color="var(--bad)" /> : <IconCircleCheck size={15} color="var(--ok)" />}
        >
          {failed > 0 ? t('tests.failing', { count: failed }) : t('tests.button', { count: tests.length })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tests.title')}>
        <p className={css['hint']}>{t('tests.help')}</p>
        {results.length > 0 && (
          <ul className={css['tests']}>
            {results.map((result) => (
              <Result key={result.test.id} result={result} onPlay={onPlay} />
            ))}
          </ul>
        )}
        {!readOnly && <SaveForm {...props} />}
      </Popover.Dropdown>
    </Popover>
  );
}
