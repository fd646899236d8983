import { ActionIcon, Button, Input } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './list-editor.module.css';

interface ListEditorProps<Item> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  readonly readOnly: boolean;
  readonly items: readonly Item[];
  readonly onChange: (items: readonly Item[]) => void;
  readonly fresh: () => Item;
  readonly addLabel: string;
  /** The order means something, so items can be moved. */
  readonly ordered?: boolean;
  /** So many must stay. */
  readonly least?: number;
  readonly row: (item: Item, change: (item: Item) => void, index: number) => ReactNode;
}

/** A list of small forms: add, remove and, where the order means something, move. */
export function ListEditor<Item>(props: ListEditorProps<Item>) {
  const { t } = useTranslation('nodes');
  const { label, help, error, readOnly, items, onChange, fresh, addLabel, ordered = false, least = 0, row } = props;
  const swap = (a: number, b: number) =>
    onChange(items.map((item, index) => (index === a ? (items[b] ?? item) : index === b ? (items[a] ?? item) : item)));
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      <fieldset className={css['list']} aria-label={label}>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity of their own, and their inputs are controlled
          <div key={index} className={css['row']}>
            <div className={css['form']}>
              {row(item, (changed) => onChange(items.map((other, place) => (place === index ? changed : other))), index)}
            </div>
            {!readOnly && (
              <div className={css['tools']}>
                {ordered && index > 0 && (
                  <ActionIcon size="sm" aria-label={t('list.up')} onClick={() => swap(index, index - 1)}>
                    <IconArrowUp size={14} />
                  </ActionIcon>
                )}
                {ordered && index < items.length - 1 && (
                  <ActionIcon size="sm" aria-label={t('list.down')} onClick={() => swap(index, index + 1)}>
                    <IconArrowDown size={14} />
                  </ActionIcon>
                )}
                {items.length > least && (
                  <ActionIcon size="sm" aria-label={t('list.remove')} onClick={() => onChange(items.filter((_, place) => place !== index))}>
                    <IconTrash size={14} />
                  </ActionIcon>
                )}
              </div>
            )}
          </div>
        ))}
        {!readOnly && (
          <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />} onClick={() => onChange([...items, fresh()])}>
            {addLabel}
          </Button>
        )}
      </fieldset>
    </Input.Wrapper>
  );
}
