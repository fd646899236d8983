import { NumberInput, Select } from '@mantine/core';
import type { Subject } from '@tendril/journey/model';
import { fieldInWords, termInWords } from '@tendril/journey/sentences';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import { EditorContext, useDocument, useEditor } from '../../canvas/editor.ts';
import { nameOf } from '../../document/ports-of.ts';
import { useLocale } from '../../i18n/format.ts';
import { type Option, Picker } from '../picker.tsx';
import { useNames } from '../use-names.ts';
import css from './condition.module.css';
import { PropertyTests } from './property-tests.tsx';
import { freshSubject, SUBJECTS } from './subjects.ts';

interface SubjectInputProps<Of extends Subject = Subject> {
  readonly subject: Of;
  readonly onChange: (subject: Subject) => void;
  readonly readOnly: boolean;
}

const DIMENSIONS = ['total', 'fit', 'interest', 'behaviour', 'stage'] as const;
const MEASURES = ['count', 'first', 'last'] as const;

function EventSubject({ subject, onChange, readOnly }: SubjectInputProps<Extract<Subject, { of: 'events' }>>) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { events } = useNames();
  const { withinDays, ...rest } = subject;
  return (
    <>
      <Picker
        name={t('condition.event')}
        readOnly={readOnly}
        creatable
        options={events.map((value) => ({ value, label: termInWords(value, locale) }))}
        value={subject.name}
        onChange={(name) => onChange({ ...subject, name: name ?? '' })}
      />
      <Select
        aria-label={t('condition.measure')}
        disabled={readOnly}
        data={MEASURES.map((value) => ({ value, label: t(`measure.${value}`) }))}
        value={subject.measure}
        onChange={(measure) => onChange({ ...subject, measure: MEASURES.find((known) => known === measure) ?? 'count' })}
      />
      <NumberInput
        className={css['whole'] ?? ''}
        aria-label={t('condition.within')}
        disabled={readOnly}
        min={1}
        prefix={`${t('condition.within')} `}
        suffix={` ${t('condition.days')}`}
        placeholder={t('condition.ever')}
        value={withinDays ?? ''}
        onChange={(days) => onChange(typeof days === 'number' ? { ...rest, withinDays: days } : rest)}
      />
      <div className={css['whole']}>
        <PropertyTests
          tests={subject.where ?? []}
          readOnly={readOnly}
          onChange={(where) => {
            const { where: _, ...bare } = subject;
            onChange(where.length > 0 ? { ...bare, where } : bare);
          }}
        />
      </div>
    </>
  );
}

/** An earlier step of the open journey. */
function OutcomeSubject({ subject, onChange, readOnly }: SubjectInputProps<Extract<Subject, { of: 'outcome' }>>) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  return (
    <span className={css['whole']}>
      <Picker
        name={t('condition.step')}
        options={nodes.map((node) => ({ value: node.id, label: nameOf(node, types, locale) }))}
        creatable
        readOnly={readOnly}
        value={subject.node}
        onChange={(node) => onChange({ of: 'outcome', node: node ?? '' })}
      />
    </span>
  );
}

function Details({ subject, onChange, readOnly }: SubjectInputProps) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { fields, topics, tags } = useNames();
  const pick = (name: string, options: readonly Option[], value: string, change: (value: string) => Subject) => (
    <span className={css['whole']}>
      <Picker name={name} options={options} creatable readOnly={readOnly} value={value} onChange={(next) => onChange(change(next ?? ''))} />
    </span>
  );
  switch (subject.of) {
    case 'attribute':
    case 'company': {
      const { of } = subject;
      return pick(
        t('condition.field'),
        fields.map((value) => ({ value, label: fieldInWords(value, locale) })),
        subject.field,
        (field) => ({ of, field }),
      );
    }
    case 'score':
      return (
        <Select
          className={css['whole'] ?? ''}
          aria-label={t('condition.dimension')}
          disabled={readOnly}
          data={DIMENSIONS.map((value) => ({ value, label: termInWords(value, locale) }))}
          value={subject.dimension}
          onChange={(dimension) => onChange({ of: 'score', dimension: DIMENSIONS.find((known) => known === dimension) ?? 'total' })}
        />
      );
    case 'tag':
      return pick(
        t('condition.tag'),
        tags.map((value) => ({ value, label: value })),
        subject.tag,
        (tag) => ({ of: 'tag', tag }),
      );
    case 'consent':
      return pick(
        t('condition.topic'),
        topics.map((value) => ({ value, label: value })),
        subject.topic,
        (topic) => ({ ...subject, topic }),
      );
    case 'events':
      return <EventSubject subject={subject} onChange={onChange} readOnly={readOnly} />;
    case 'outcome':
      return <OutcomeSubject subject={subject} onChange={onChange} readOnly={readOnly} />;
    case 'grade':
    case 'intent':
    case 'stage':
    case 'pool':
    case 'owner':
      return null;
  }
}

/** What a leaf of a condition looks at. Outside a journey there are no earlier steps to look at. */
export function SubjectInput(props: SubjectInputProps) {
  const { t } = useTranslation('nodes');
  const inJourney = use(EditorContext) !== null;
  const offered = SUBJECTS.filter((of) => inJourney || of !== 'outcome');
  return (
    <>
      <Select
        aria-label={t('condition.subject')}
        disabled={props.readOnly}
        searchable
        data={offered.map((value) => ({ value, label: t(`subject.${value}`) }))}
        value={props.subject.of}
        onChange={(next) => {
          const of = SUBJECTS.find((known) => known === next);
          if (of !== undefined && of !== props.subject.of) props.onChange(freshSubject(of));
        }}
      />
      <Details {...props} />
    </>
  );
}
