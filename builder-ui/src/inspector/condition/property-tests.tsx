import { ActionIcon, Autocomplete, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { PropertyTest } from '@tendril/journey/model';
import { useTranslation } from 'react-i18next';
import css from './condition.module.css';
import { OperatorInput } from './operator-input.tsx';

/** Properties that the product's own events bear, offered while typing. */
const PROPERTIES = ['path', 'name', 'url', 'title', 'contentId', 'channel', 'topic', 'messageId', 'disposition', 'group', 'reason'];

interface PropertyTestsProps {
  readonly tests: readonly PropertyTest[];
  readonly onChange: (tests: readonly PropertyTest[]) => void;
  readonly readOnly: boolean;
}

/** Tests of an event's properties, all of which must hold. */
export function PropertyTests({ tests, onChange, readOnly }: PropertyTestsProps) {
  const { t } = useTranslation('nodes');
  const change = (index: number, test: PropertyTest) => onChange(tests.map((old, place) => (place === index ? test : old)));
  return (
    <>
      {tests.map((test, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tests have no identity of their own, and their inputs are controlled
        <fieldset key={index} className={css['test']} aria-label={t('condition.property')}>
          <span className={css['word']}>{index === 0 ? t('condition.where') : t('condition.and')}</span>
          <Autocomplete
            aria-label={t('condition.property')}
            placeholder="path"
            disabled={readOnly}
            data={PROPERTIES}
            value={test.property}
            onChange={(property) => change(index, { ...test, property })}
          />
          <OperatorInput
            kind="open"
            operator={test.operator}
            {...(test.value === undefined ? {} : { value: test.value })}
            readOnly={readOnly}
            onChange={(comparison) => change(index, { property: test.property, ...comparison })}
          />
          {!readOnly && (
            <ActionIcon
              size="sm"
              className={css['remove'] ?? ''}
              aria-label={t('condition.removeTest')}
              onClick={() => onChange(tests.filter((_, place) => place !== index))}
            >
              <IconX size={14} />
            </ActionIcon>
          )}
        </fieldset>
      ))}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={css['start'] ?? ''}
          leftSection={<IconPlus size={13} />}
          onClick={() => onChange([...tests, { property: 'path', operator: 'starts-with', value: '/' }])}
        >
          {t('condition.addTest')}
        </Button>
      )}
    </>
  );
}
