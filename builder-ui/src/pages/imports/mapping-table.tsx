import { Select } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../i18n/format.ts';
import type { ImportPreview } from './import-answers.ts';
import css from './imports.module.css';
import type { Mapping } from './mapping.ts';

interface MappingTableProps {
  readonly preview: ImportPreview;
  readonly mapping: Mapping;
  readonly onChoose: (column: string, field: string | null) => void;
}

const SAMPLES = 3;
const LEAVE_OUT = '';

/** One line per column of the file: its name, what stands in it, and the field of a lead it fills. */
export function MappingTable({ preview, mapping, onChoose }: MappingTableProps) {
  const { t } = useTranslation('imports');
  const locale = useLocale();
  const choices = [
    { value: LEAVE_OUT, label: t('mapping.leaveOut') },
    ...preview.fields.map(({ key, label }) => ({ value: key, label: label[locale] })),
  ];
  return (
    <table className={css['mapping']} aria-label={t('mapping.title')}>
      <thead>
        <tr>
          <th scope="col">{t('mapping.column')}</th>
          <th scope="col">{t('mapping.samples')}</th>
          <th scope="col">{t('mapping.field')}</th>
        </tr>
      </thead>
      <tbody>
        {preview.columns.map(({ name, samples }) => (
          <tr key={name} data-out={mapping[name] === null}>
            <th scope="row">{name}</th>
            <td className={css['samples']}>{samples.length === 0 ? t('mapping.empty') : samples.slice(0, SAMPLES).join(' · ')}</td>
            <td>
              <div className={css['target']}>
                <IconArrowRight size={14} aria-hidden />
                <Select
                  aria-label={t('mapping.fieldOf', { column: name })}
                  data={choices}
                  comboboxProps={{ keepMounted: false, shadow: 'md' }}
                  value={mapping[name] ?? LEAVE_OUT}
                  onChange={(value) => onChoose(name, value === null || value === LEAVE_OUT ? null : value)}
                />
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
