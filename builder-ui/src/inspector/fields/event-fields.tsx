import { Input } from '@mantine/core';
import type { EventPattern, Json, PropertyTest } from '@tendril/journey/model';
import { termInWords } from '@tendril/journey/sentences';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import { EventCount } from '../condition/lead-count.tsx';
import { PropertyTests } from '../condition/property-tests.tsx';
import type { FieldProps } from '../field-props.ts';
import { ListEditor } from '../list-editor.tsx';
import { Picker } from '../picker.tsx';
import { useNames } from '../use-names.ts';

const asList = <Item,>(value: unknown): readonly Item[] => (Array.isArray(value) ? (value as readonly Item[]) : []);

/** Events that are waited for, any of them, each with tests of its properties. */
export function EventPatternsField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const locale = useLocale();
  const { events } = useNames();
  const options = events.map((name) => ({ value: name, label: termInWords(name, locale) }));
  const patterns = asList<EventPattern>(value);
  return (
    <ListEditor<EventPattern>
      {...{ label, help, error, readOnly }}
      items={patterns}
      least={1}
      fresh={() => ({ event: 'Page Viewed' })}
      addLabel={t(patterns.length === 0 ? 'events.choose' : 'events.or')}
      onChange={(next) => onChange(next as unknown as Json)}
      row={(pattern, change) => (
        <>
          <Picker
            name={t('condition.event')}
            options={options}
            creatable
            readOnly={readOnly}
            value={pattern.event}
            onChange={(event) => change({ ...pattern, event: event ?? '' })}
          />
          <PropertyTests
            tests={pattern.where ?? []}
            readOnly={readOnly}
            onChange={(where) => change(where.length > 0 ? { event: pattern.event, where } : { event: pattern.event })}
          />
          <EventCount pattern={pattern} />
        </>
      )}
    />
  );
}

/** Tests of the properties of an event that is named in another field. */
export function PropertyTestsField({ value, onChange, label, help, error, readOnly }: FieldProps) {
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      <PropertyTests tests={asList<PropertyTest>(value)} readOnly={readOnly} onChange={(next) => onChange(next as unknown as Json)} />
    </Input.Wrapper>
  );
}
