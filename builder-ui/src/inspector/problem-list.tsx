import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { Diagnostic } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { mend } from '../canvas/actions/mend.ts';
import { useDocument, useEditor } from '../canvas/editor.ts';
import { nameOf } from '../document/ports-of.ts';
import { useLocale } from '../i18n/format.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import css from './problem-list.module.css';
import { useProblemSentence } from './use-problem-sentence.ts';

const ICONS = { error: IconCircleX, warning: IconAlertTriangle, note: IconInfoCircle } as const;

/** What the compiler says of templates, topics, pools, people and journeys that do not exist here. */
const UNKNOWN_NAMES: readonly string[] = ['J401', 'J402', 'J403', 'J405', 'J406', 'J408'];

interface ProblemProps {
  readonly problem: Diagnostic;
  /** Names the step, where the list is not about one. */
  readonly withStep: boolean;
  /** The mend that the key applies. */
  readonly keyed: boolean;
}

function Problem({ problem, withStep, keyed }: ProblemProps) {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const sentence = useProblemSentence();
  const editor = useEditor();
  const node = useDocument((document) => document.nodes.find(({ id }) => id === problem.node));
  const Icon = ICONS[problem.severity];
  const { fix } = problem;
  return (
    <li className={css['problem']} data-severity={problem.severity}>
      <Icon size={16} aria-label={t(`severity.${problem.severity}`)} />
      <div>
        {withStep && node && (
          <button type="button" className={css['step']} onClick={() => editor.view.select([node.id])}>
            {nameOf(node, editor.types, locale)}
          </button>
        )}{' '}
        <span className="muted num">{problem.code}</span> {sentence(problem)}
        {UNKNOWN_NAMES.includes(problem.code) && !editor.readOnly && (
          <Button variant="subtle" size="compact-xs" onClick={() => editor.view.setState({ dialog: 'map-names' })}>
            {t('mapNames.button')}
          </Button>
        )}
        {fix && !editor.readOnly && (
          <Button variant="subtle" size="compact-xs" rightSection={keyed ? <KeyHint>.</KeyHint> : null} onClick={() => mend(editor, fix)}>
            {t(`fix.${fix.do}`)}
          </Button>
        )}
      </div>
    </li>
  );
}

interface ProblemListProps {
  readonly problems: readonly Diagnostic[];
  readonly withStep?: boolean;
}

/** What the compiler says, gravest first, each with its mend where there is one. */
export function ProblemList({ problems, withStep = false }: ProblemListProps) {
  const first = problems.find((problem) => problem.fix !== undefined);
  return (
    <ul className={css['list']}>
      {problems.map((problem) => (
        <Problem
          key={`${problem.code} ${problem.node} ${problem.port} ${problem.field}`}
          problem={problem}
          withStep={withStep}
          keyed={problem === first}
        />
      ))}
    </ul>
  );
}
