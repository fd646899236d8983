import { ActionIcon, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPencil, IconPlayerPlay, IconTrash } from '@tabler/icons-react';
import type { JourneyTest } from '@tendril/journey/model';
import type { JourneyTestResult } from '@tendril/journey/simulator';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { edit, useDocument, useEditor } from '../canvas/editor.ts';
import { removeTest, renameTest } from '../document/commands/tests.ts';
import { useLocale } from '../i18n/format.ts';
import css from './time-machine.module.css';
import { namesOfWayLine, readWayLine } from './way-line.ts';

/** A line of a way as people read it: the day, the step by its name, and how the lead left it. */
function useLineWords(): (text: string | null) => string {
  const { t } = useTranslation('tryout');
  const locale = useLocale();
  const { types } = useEditor();
  const drawing = useDocument((document) => document);
  return (text) => {
    const line = text === null ? null : readWayLine(text);
    if (line === null) return text ?? t('saved.nothing');
    const { step, way } = namesOfWayLine(line, drawing, types, locale);
    const words = { day: line.day, step, way };
    if (line.node === null) return t('saved.line.refused', words);
    if (line.mark === '…') return t('saved.line.waits', words);
    if (line.mark === '.') return t('saved.line.ends', words);
    return line.mark === '✗' ? t('saved.line.fails', words) : t('saved.line.leaves', words);
  };
}

/** Where a failed test first differs, with a way to the step. */
function Difference({ result }: { readonly result: Extract<JourneyTestResult, { passed: false }> }) {
  const { t } = useTranslation('tryout');
  const { view } = useEditor();
  const words = useLineWords();
  const nodes = useDocument((document) => document.nodes);
  const { difference } = result;
  if ('outcome' in difference) {
    const { expected, found } = difference.outcome;
    return <small>{t('saved.outcome', { expected: expected ?? t('saved.noOutcome'), found: found ?? t('saved.noOutcome') })}</small>;
  }
  const { at, expected, found } = difference;
  const step = readWayLine(found ?? expected ?? '')?.node ?? null;
  return (
    <small data-testid="failing-line">
      {t('saved.difference', { line: at + 1, expected: words(expected), found: words(found) })}{' '}
      {nodes.some(({ id }) => id === step) && step !== null && (
        <button type="button" className={css['link']} onClick={() => view.select([step])}>
          {t('saved.showStep')}
        </button>
      )}
    </small>
  );
}

function Name({ test }: { readonly test: JourneyTest }) {
  const { t } = useTranslation('tryout');
  const editor = useEditor();
  const [renaming, setRenaming] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !renaming) pencil.current?.focus();
    wasRenaming.current = renaming;
  }, [renaming]);
  const keep = (name: string) => {
    if (name.trim() !== test.name) edit(editor, { name: 'test' }, (document) => renameTest(document, test.id, name));
    setRenaming(false);
  };
  const byKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      // Or the same key would press the pencil, which gets the focus back.
      event.preventDefault();
      keep(event.currentTarget.value);
    }
    if (event.key !== 'Escape') return;
    // Escape leaves the name, not the whole list.
    event.stopPropagation();
    setRenaming(false);
  };
  if (renaming)
    return (
      <TextInput
        autoFocus
        size="xs"
        maxLength={120}
        aria-label={t('saved.newName', { name: test.name })}
        defaultValue={test.name}
        onBlur={(event) => keep(event.currentTarget.value)}
        onKeyDown={byKey}
      />
    );
  return (
    <span className={css['testName']}>
      {test.name}
      {!editor.readOnly && (
        <ActionIcon ref={pencil} size="xs" aria-label={t('saved.rename', { name: test.name })} onClick={() => setRenaming(true)}>
          <IconPencil size={12} />
        </ActionIcon>
      )}
    </span>
  );
}

interface TestRowProps {
  readonly result: JourneyTestResult;
  /** Loaded into the time machine. */
  readonly open: boolean;
  readonly onPlay: (test: JourneyTest) => void;
}

/** One saved test: whether it passes, where it first differs, and what can be done with it. */
export function TestRow({ result, open, onPlay }: TestRowProps) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const { test, passed } = result;
  const Icon = passed ? IconCircleCheck : IconCircleX;
  return (
    <li className={css['test']} data-passed={passed} data-open={open} data-testid="saved-test">
      <Icon size={16} aria-label={t(passed ? 'tests.passed' : 'tests.failed')} />
      <div className={css['testBody']}>
        <Name test={test} />
        {!result.passed && <Difference result={result} />}
      </div>
      <ActionIcon size="sm" aria-label={t('tests.play', { name: test.name })} aria-pressed={open} onClick={() => onPlay(test)}>
        <IconPlayerPlay size={14} />
      </ActionIcon>
      {!editor.readOnly && (
        <ActionIcon
          size="sm"
          aria-label={t('tests.remove', { name: test.name })}
          onClick={() => edit(editor, { name: 'test' }, (document) => removeTest(document, test.id))}
        >
          <IconTrash size={14} />
        </ActionIcon>
      )}
    </li>
  );
}
