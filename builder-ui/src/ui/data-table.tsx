import { Skeleton } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './data-table.module.css';
import { ErrorNotice } from './error-notice.tsx';

/** One column of a table. */
export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** CSS width. */
  readonly width?: string;
  readonly align?: 'start' | 'end';
  /** Left out where the table is narrow. */
  readonly optional?: boolean;
  /** Name under which `onSort` sorts by this column. */
  readonly sortBy?: string;
}

interface DataTableProps<Row> {
  /** What the table lists, for people who cannot see it. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  /** Undefined while loading. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  readonly error?: unknown;
  readonly onRetry?: () => void;
  /** Stands in the table's place when there are no rows. */
  readonly empty: ReactNode;
  /** A click anywhere on the row; the row's own link stays the way for keyboards. */
  readonly onOpen?: (row: Row) => void;
  readonly sortedBy?: string;
  readonly onSort?: (sortBy: string) => void;
  /** Below the rows, such as the button for more. */
  readonly footer?: ReactNode;
}

/** A list as a table, with its loading, empty and error states. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, error, onRetry, empty } = props;
  if (rows === undefined && error !== undefined && error !== null)
    return <ErrorNotice error={error} {...(onRetry === undefined ? {} : { onRetry })} />;
  if (rows !== undefined && rows.length === 0) return <div className={styles['frame']}>{empty}</div>;
  return (
    <div className={styles['frame']}>
      <div className={styles['scroll']}>
        <table className={styles['table']} aria-label={props.label} aria-busy={rows === undefined}>
          <Head {...props} />
          <tbody>
            {rows === undefined ? (
              <SkeletonRows columns={props.columns} />
            ) : (
              rows.map((row) => <BodyRow key={props.rowKey(row)} row={row} {...props} />)
            )}
          </tbody>
        </table>
      </div>
      {props.footer}
    </div>
  );
}

function Head<Row>({ columns, sortedBy, onSort }: DataTableProps<Row>) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column.key} scope="col" style={{ width: column.width }} {...marks(column)}>
            {column.sortBy !== undefined && onSort !== undefined ? (
              <SortButton active={column.sortBy === sortedBy} onClick={() => onSort(column.sortBy ?? column.key)}>
                {column.header}
              </SortButton>
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortButton({ active, onClick, children }: { readonly active: boolean; readonly onClick: () => void; readonly children: ReactNode }) {
  const { t } = useTranslation('ui');
  return (
    <button type="button" className={styles['sort']} aria-pressed={active} title={t('table.sort')} onClick={onClick}>
      {children}
      {active ? <IconArrowDown size={13} aria-hidden="true" /> : null}
    </button>
  );
}

function BodyRow<Row>({ row, columns, onOpen }: DataTableProps<Row> & { readonly row: Row }) {
  const open = (event: MouseEvent) => {
    const onControl = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
    if (!onControl && window.getSelection()?.toString() === '') onOpen?.(row);
  };
  return (
    <tr className={onOpen === undefined ? undefined : styles['openable']} onClick={open}>
      {columns.map((column) => (
        <td key={column.key} {...marks(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

function SkeletonRows<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return SKELETON_ROWS.map((key) => (
    <tr key={key}>
      {columns.map((column, index) => (
        <td key={column.key} {...marks(column)}>
          <Skeleton height={12} width={index === 0 ? '70%' : '50%'} />
        </td>
      ))}
    </tr>
  ));
}

const marks = <Row,>(column: Column<Row>) => ({
  'data-align': column.align ?? 'start',
  ...(column.optional ? { 'data-optional': true } : {}),
});
