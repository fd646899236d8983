import { Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './stat.module.css';

/** The formula of a number, shown on hover and on focus. */
export function Formula({ of, children }: { readonly of: string; readonly children: string }) {
  const { t } = useTranslation('ui');
  return (
    <Tooltip label={children} multiline w={280} events={{ hover: true, focus: true, touch: true }} openDelay={100}>
      <button type="button" className={styles['help']} aria-label={t('formula', { of, formula: children })}>
        <IconInfoCircle size={14} aria-hidden="true" />
      </button>
    </Tooltip>
  );
}

interface StatProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly formula: string;
  /** A comparison or a share below the number. */
  readonly note?: ReactNode;
}

/** One number with its name and formula. */
export function Stat({ label, value, formula, note }: StatProps) {
  return (
    <div className={styles['stat']}>
      <span className={styles['label']}>
        {label}
        <Formula of={label}>{formula}</Formula>
      </span>
      <span className={styles['value']}>{value}</span>
      {note === undefined ? null : <span className={styles['note']}>{note}</span>}
    </div>
  );
}
