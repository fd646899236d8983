import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { kindOfSubject, OPERATORS } from '@tendril/journey/conditions';
import type { Condition, Subject } from '@tendril/journey/model';
import { poolInWords, termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import type { Option } from '../picker.tsx';
import { useNames } from '../use-names.ts';
import css from './condition.module.css';
import { fitValue, OperatorInput } from './operator-input.tsx';
import { SubjectInput } from './subject-input.tsx';
import { freshSubject } from './subjects.ts';

type Leaf = Extract<Condition, { test: Subject }>;

interface BuilderProps<Node extends Condition = Condition> {
  readonly condition: Node;
  readonly onChange: (condition: Condition) => void;
  readonly readOnly: boolean;
}

/** A test to begin with: it reads as a sentence at once. */
export const freshLeaf = (): Leaf => ({ test: freshSubject('attribute'), operator: 'is', value: '' });

const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'];
const INTENTS = ['none', 'low', 'high'];
const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((digit) => `${letter}${digit}`));
const CONSENTS = ['granted', 'withdrawn'];

/** Values that exist for a subject, where that is known. */
function useValues(subject: Subject): readonly Option[] | undefined {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { pools, members } = useNames();
  const terms = (values: readonly string[]) => values.map((value) => ({ value, label: termInWords(value, locale) }));
  switch (subject.of) {
    case 'stage':
      return terms(STAGES);
    case 'intent':
      return terms(INTENTS);
    case 'grade':
      return terms(GRADES);
    case 'pool':
      return pools.map((value) => ({ value, label: poolInWords(value, locale) }));
    case 'owner':
      return members.map(({ id, name }) => ({ value: id, label: name }));
    case 'consent':
      return CONSENTS.map((value) => ({ value, label: t(`consent.${value}`) }));
    case 'attribute':
    case 'company':
    case 'tag':
    case 'score':
    case 'events':
    case 'outcome':
      return undefined;
  }
}

function LeafRow({ condition, onChange, readOnly }: BuilderProps<Leaf>) {
  const { test, operator, value } = condition;
  const kind = kindOfSubject(test);
  const values = useValues(test);
  const look = (subject: Subject) => {
    const next = kindOfSubject(subject);
    const kept = OPERATORS[next].includes(operator) ? operator : (OPERATORS[next][0] ?? 'known');
    onChange({
      test: subject,
      ...(next === kind && subject.of === test.of ? { operator, ...(value === undefined ? {} : { value }) } : fitValue(next, kept, undefined)),
    });
  };
  return (
    <>
      <SubjectInput subject={test} onChange={look} readOnly={readOnly} />
      <OperatorInput
        kind={kind}
        operator={operator}
        {...(value === undefined ? {} : { value })}
        values={values}
        readOnly={readOnly}
        onChange={(comparison) => onChange({ test, ...comparison })}
      />
    </>
  );
}

const isGroup = (condition: Condition): condition is Extract<Condition, { all: unknown } | { any: unknown }> =>
  'all' in condition || 'any' in condition;

function Part({ condition, onChange, onRemove, readOnly }: BuilderProps & { readonly onRemove: () => void }) {
  const { t } = useTranslation('nodes');
  const remove = !readOnly && (
    <ActionIcon size="sm" className={css['remove'] ?? ''} aria-label={t('condition.remove')} onClick={onRemove}>
      <IconX size={14} />
    </ActionIcon>
  );
  if ('test' in condition)
    return (
      <fieldset className={css['leaf']} aria-label={t('condition.test')}>
        <LeafRow condition={condition} onChange={onChange} readOnly={readOnly} />
        {remove}
      </fieldset>
    );
  if (isGroup(condition)) return <Group condition={condition} onChange={onChange} readOnly={readOnly} onRemove={onRemove} />;
  return (
    <fieldset className={css['group']} aria-label={t('condition.not')}>
      <div className={css['head']}>
        <span className={css['word']}>{t('condition.not')}</span>
        {!readOnly && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(condition.not)}>
            {t('condition.removeNot')}
          </Button>
        )}
      </div>
      <Part condition={condition.not} readOnly={readOnly} onChange={(not) => onChange({ not })} onRemove={onRemove} />
    </fieldset>
  );
}

type GroupCondition = Extract<Condition, { all: unknown } | { any: unknown }>;

function Group({ condition, onChange, readOnly, onRemove }: BuilderProps<GroupCondition> & { readonly onRemove?: () => void }) {
  const { t } = useTranslation('nodes');
  const mode = 'all' in condition ? 'all' : 'any';
  const parts = 'all' in condition ? condition.all : condition.any;
  const set = (next: readonly Condition[], how: 'all' | 'any' = mode) => onChange(how === 'all' ? { all: next } : { any: next });
  return (
    <fieldset className={css['group']} aria-label={t(`condition.${mode}`)}>
      {(parts.length > 1 || onRemove) && (
        <div className={css['head']}>
          <SegmentedControl
            size="xs"
            disabled={readOnly}
            aria-label={t('condition.combine')}
            value={mode}
            data={[
              { value: 'all', label: t('condition.all') },
              { value: 'any', label: t('condition.any') },
            ]}
            onChange={(how) => set(parts, how === 'any' ? 'any' : 'all')}
          />
          {onRemove && !readOnly && (
            <ActionIcon size="sm" aria-label={t('condition.remove')} onClick={onRemove}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </div>
      )}
      {parts.map((part, index) => (
        <Part
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity of their own, and their inputs are controlled
          key={index}
          condition={part}
          readOnly={readOnly}
          onChange={(changed) => set(parts.map((old, place) => (place === index ? changed : old)))}
          onRemove={() => set(parts.filter((_, place) => place !== index))}
        />
      ))}
      {!readOnly && (
        <div className={css['buttons']}>
          <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} />} onClick={() => set([...parts, freshLeaf()])}>
            {t('condition.add')}
          </Button>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => set([...parts, mode === 'all' ? { any: [freshLeaf()] } : { all: [freshLeaf()] }])}
          >
            {t('condition.addGroup')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** Builds a condition that reads like a sentence: tests, joined by all or any, in groups. */
export function ConditionBuilder({ condition, onChange, readOnly }: BuilderProps) {
  const group: GroupCondition = isGroup(condition) ? condition : { all: [condition] };
  const tell = (next: Condition) => {
    const parts = isGroup(next) ? ('all' in next ? next.all : next.any) : [next];
    const [only, ...more] = parts;
    onChange(only !== undefined && more.length === 0 ? only : next);
  };
  return <Group condition={group} onChange={tell} readOnly={readOnly} />;
}
