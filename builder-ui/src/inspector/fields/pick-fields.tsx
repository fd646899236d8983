import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Json } from '@tendril/journey/model';
import { fieldInWords, termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useDocument, useEditor } from '../../canvas/editor.ts';
import { nameOf } from '../../document/ports-of.ts';
import { useLocale } from '../../i18n/format.ts';
import { type FieldProps, inputProps } from '../field-props.ts';
import { type Option, Picker } from '../picker.tsx';
import { useNames } from '../use-names.ts';
import { WithTemplateLinks } from './template-links.tsx';

const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'];
const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((digit) => `${letter}${digit}`));

function PickOne(props: FieldProps & { readonly options: readonly Option[]; readonly creatable?: boolean }) {
  const { label, help, error, readOnly, field, value, options, creatable = false, onChange } = props;
  const shown = value === undefined ? field.fallback : value;
  return (
    <Picker
      {...{ label, help, error, readOnly, options, creatable }}
      clearable={field.nullable}
      value={typeof shown === 'string' ? shown : null}
      onChange={(next) => onChange(next ?? (field.nullable ? null : ''))}
    />
  );
}

const useTerms = (values: readonly string[]): readonly Option[] => {
  const locale = useLocale();
  return values.map((value) => ({ value, label: termInWords(value, locale) }));
};

/** The name of an event; those seen in the workspace first, any other may be typed. */
export const EventField = (props: FieldProps) => <PickOne {...props} options={useTerms(useNames().events)} creatable />;

/** A consent topic; topics are called what the workspace calls them. */
export const TopicField = (props: FieldProps) => (
  <PickOne {...props} options={useNames().topics.map((value) => ({ value, label: value }))} creatable />
);

/** A pool of leads. */
export const PoolField = (props: FieldProps) => <PickOne {...props} options={useTerms(useNames().pools)} />;

/** A lifecycle stage. */
export const StageField = (props: FieldProps) => <PickOne {...props} options={useTerms(STAGES)} />;

/** A field of leads; a new one may be typed. */
export function LeadFieldField(props: FieldProps) {
  const locale = useLocale();
  const { fields } = useNames();
  return <PickOne {...props} options={fields.map((value) => ({ value, label: fieldInWords(value, locale) }))} creatable />;
}

/** A tag; those that leads have, and any other may be typed. */
export const TagField = (props: FieldProps) => <PickOne {...props} options={useNames().tags.map((value) => ({ value, label: value }))} creatable />;

/** A saved segment. */
export const SegmentField = (props: FieldProps) => <PickOne {...props} options={useNames().segments.map((value) => ({ value, label: value }))} />;

const useTemplates = (channel: string): readonly Option[] =>
  useNames()
    .templates.filter((template) => template.channel === channel)
    .map(({ key, name }) => ({ value: key, label: name }));

/** An email template. */
export const EmailTemplateField = (props: FieldProps) => (
  <WithTemplateLinks value={props.value}>
    <PickOne {...props} options={useTemplates('email')} />
  </WithTemplateLinks>
);

/** A WeCom template. */
export const WecomTemplateField = (props: FieldProps) => (
  <WithTemplateLinks value={props.value}>
    <PickOne {...props} options={useTemplates('wecom')} />
  </WithTemplateLinks>
);

/** A text message template. */
export const SmsTemplateField = (props: FieldProps) => <PickOne {...props} options={useTemplates('sms')} creatable />;

/** Another journey. */
export function JourneyField(props: FieldProps) {
  const { journeyId } = useEditor();
  const { data = [] } = useQuery(useTRPC().journeys.list.queryOptions());
  return <PickOne {...props} options={data.filter(({ id }) => id !== journeyId).map(({ id, name }) => ({ value: id, label: name }))} />;
}

/** Another step of this journey. */
export function StepField(props: FieldProps) {
  const locale = useLocale();
  const { types } = useEditor();
  const nodes = useDocument((document) => document.nodes);
  return (
    <PickOne
      {...props}
      options={nodes.filter(({ id }) => id !== props.node).map((node) => ({ value: node.id, label: nameOf(node, types, locale) }))}
    />
  );
}

const textsOf = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []);

/** Colleagues by name. One who is none any more stays and says so. */
export function PeopleField(props: FieldProps) {
  const { t } = useTranslation('nodes');
  const { members } = useNames();
  const value = textsOf(props.value);
  const known = members.map(({ id, name }) => ({ value: id, label: name }));
  const gone = value
    .filter((id) => !members.some((member) => member.id === id))
    .map((id) => ({ value: id, label: t('pick.missing', { value: id }) }));
  return (
    <MultiSelect
      {...inputProps(props)}
      searchable
      data={[...known, ...gone]}
      value={value}
      onChange={props.onChange}
      placeholder={value.length === 0 ? t('pick.choose') : undefined}
      nothingFoundMessage={t(known.length === 0 ? 'pick.nobody' : 'pick.nothing')}
    />
  );
}

/** Grades from A1 to D4. */
export const GradesField = (props: FieldProps) => (
  <MultiSelect {...inputProps(props)} data={GRADES} value={textsOf(props.value ?? props.field.fallback)} onChange={props.onChange} searchable />
);
