import { Autocomplete, NumberInput, TagsInput, TextInput } from '@mantine/core';
import type { Json } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from '../field-props.ts';
import { ListEditor } from '../list-editor.tsx';
import { Picker } from '../picker.tsx';
import { useNames } from '../use-names.ts';
import { DurationInput } from './duration-field.tsx';
import { WithTemplateLinks } from './template-links.tsx';

interface Pair {
  readonly name: string;
  readonly value: Json;
}

const asPairs = (value: Json | undefined): readonly Pair[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).map(([name, held]) => ({ name, value: held })) : [];

/** Names with values: request headers, properties of an event. */
export function PairsField({ value, field, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const pairs = asPairs(value ?? field.fallback);
  return (
    <ListEditor<Pair>
      {...{ label, help, error, readOnly }}
      items={pairs}
      addLabel={t('pairs.add')}
      fresh={() => ({ name: `${t('pairs.fresh')}${pairs.length + 1}`, value: '' })}
      onChange={(next) => onChange(Object.fromEntries(next.map((pair) => [pair.name, pair.value])))}
      row={(pair, change) => (
        <>
          <TextInput
            aria-label={t('pairs.name')}
            disabled={readOnly}
            value={pair.name}
            onChange={(event) => change({ ...pair, name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('pairs.value')}
            disabled={readOnly}
            value={typeof pair.value === 'string' ? pair.value : JSON.stringify(pair.value)}
            onChange={(event) => change({ ...pair, value: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

interface Mapping {
  readonly from: string;
  readonly field: string;
}

const asList = <Item,>(value: Json | undefined): readonly Item[] => (Array.isArray(value) ? (value as unknown as readonly Item[]) : []);

/** Which part of an answer goes into which field of the lead. */
export function ResponseMappingField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const { fields } = useNames();
  return (
    <ListEditor<Mapping>
      {...{ label, help, error, readOnly }}
      items={asList(value)}
      addLabel={t('pairs.add')}
      fresh={() => ({ from: 'data.value', field: '' })}
      onChange={(next) => onChange(next as unknown as Json)}
      row={(mapping, change) => (
        <>
          <TextInput
            aria-label={t('mapping.from')}
            placeholder="data.grade"
            disabled={readOnly}
            value={mapping.from}
            onChange={(event) => change({ ...mapping, from: event.currentTarget.value })}
          />
          <Autocomplete
            aria-label={t('condition.field')}
            data={[...fields]}
            disabled={readOnly}
            value={mapping.field}
            onChange={(name) => change({ ...mapping, field: name })}
          />
        </>
      )}
    />
  );
}

interface ContentItem {
  readonly template: string;
  readonly stages?: readonly string[];
  readonly personas?: readonly string[];
}

/** Content of which a lead never gets the same item twice, each for stages and personas. */
export function ContentItemsField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const { templates } = useNames();
  const options = templates.filter(({ channel }) => channel === 'email').map(({ key, name }) => ({ value: key, label: name }));
  return (
    <ListEditor<ContentItem>
      {...{ label, help, error, readOnly }}
      ordered
      least={1}
      items={asList(value)}
      addLabel={t('content.add')}
      fresh={() => ({ template: '', stages: [], personas: [] })}
      onChange={(next) => onChange(next as unknown as Json)}
      row={(item, change) => (
        <>
          <WithTemplateLinks value={item.template}>
            <Picker
              name={t('content.template')}
              options={options}
              readOnly={readOnly}
              value={item.template}
              onChange={(template) => change({ ...item, template: template ?? '' })}
            />
          </WithTemplateLinks>
          <TagsInput
            aria-label={t('content.stages')}
            placeholder={t('content.stages')}
            disabled={readOnly}
            value={[...(item.stages ?? [])]}
            onChange={(stages) => change({ ...item, stages })}
          />
          <TagsInput
            aria-label={t('content.personas')}
            placeholder={t('content.personas')}
            disabled={readOnly}
            value={[...(item.personas ?? [])]}
            onChange={(personas) => change({ ...item, personas })}
          />
        </>
      )}
    />
  );
}

interface Rate {
  readonly count: number;
  readonly per: string;
}

const isRate = (value: unknown): value is Rate => typeof value === 'object' && value !== null && 'count' in value && 'per' in value;

/** At most so many in a length of time; no limit while the number is empty. */
export function RateField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const rate = isRate(value) ? value : null;
  return (
    <div>
      <NumberInput
        label={label}
        description={help}
        error={error}
        min={1}
        placeholder={t('rate.none')}
        disabled={readOnly}
        value={rate?.count ?? ''}
        onChange={(count) => onChange(typeof count === 'number' && count > 0 ? { count, per: rate?.per ?? '1h' } : null)}
      />
      {rate && (
        <DurationInput
          label={t('rate.per')}
          help={undefined}
          error={undefined}
          readOnly={readOnly}
          nullable={false}
          value={rate.per}
          onChange={(per) => onChange({ count: rate.count, per: per ?? '' })}
        />
      )}
    </div>
  );
}

/** A text, number or truth, as it is typed: `12` is a number, `true` a truth, everything else a text. */
export function ValueField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  const read = (text: string): Json => {
    if (text === '') return null;
    if (text === 'true' || text === 'false') return text === 'true';
    return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  };
  return (
    <TextInput
      {...{ label, error }}
      description={help}
      disabled={readOnly}
      value={value === null || value === undefined ? '' : String(value)}
      onChange={(event) => onChange(read(event.currentTarget.value))}
    />
  );
}
