import { Button, Input } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Condition, Json } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder, freshLeaf } from '../condition/condition-builder.tsx';
import { ConditionCount } from '../condition/lead-count.tsx';
import type { FieldProps } from '../field-props.ts';

const isCondition = (value: unknown): value is Condition =>
  typeof value === 'object' && value !== null && ['all', 'any', 'not', 'test'].some((key) => key in value);

/** A condition on the lead; where none is needed, it can be left out. */
export function ConditionField({ value, field, onChange, label, help, error, readOnly }: FieldProps) {
  const { t } = useTranslation('nodes');
  const condition = isCondition(value) ? value : null;
  const change = (next: Condition | null) => onChange(next as unknown as Json);
  const empty = (next: Condition) => ('all' in next && next.all.length === 0) || ('any' in next && next.any.length === 0);
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      {condition ? (
        <>
          <ConditionBuilder condition={condition} readOnly={readOnly} onChange={(next) => change(field.nullable && empty(next) ? null : next)} />
          <ConditionCount condition={condition} />
        </>
      ) : (
        !readOnly && (
          <Button variant="subtle" size="compact-xs" display="block" leftSection={<IconPlus size={13} />} onClick={() => change(freshLeaf())}>
            {t('condition.addFirst')}
          </Button>
        )
      )}
    </Input.Wrapper>
  );
}
