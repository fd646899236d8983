import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MissingName, mapNames, missingNames, nameKey } from '../document/commands/map-names.ts';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { edit, useDocument, useEditor, useView } from './editor.ts';
import { useExistingNames, valuesOf } from './use-existing-names.ts';

interface RowProps {
  readonly missing: MissingName;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

function Row({ missing: { kind, name, steps }, options, value, onChange }: RowProps) {
  const { t } = useTranslation('canvas');
  return (
    <Select
      label={t('mapNames.row', { kind: t(`mapNames.kind.${kind}`), name })}
      description={options.length === 0 ? t('mapNames.noneOfKind') : t('mapNames.usedBy', { count: steps.length })}
      placeholder={t('mapNames.keep')}
      data={[...options]}
      value={value}
      onChange={onChange}
      disabled={options.length === 0}
      searchable
      clearable
    />
  );
}

function Rows({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const nodes = useDocument((document) => document.nodes);
  const existing = useExistingNames();
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  if (existing === undefined) return <SkeletonLines />;
  const missing = missingNames(nodes, editor.types, valuesOf(existing));
  if (missing.length === 0) return <p className="muted">{t('mapNames.nothing')}</p>;
  const choose = (key: string, value: string | null) => {
    const next = new Map(chosen);
    if (value === null) next.delete(key);
    else next.set(key, value);
    setChosen(next);
  };
  const apply = () => {
    const ids = nodes.map(({ id }) => id);
    edit(editor, { name: 'mapNames', count: chosen.size }, (document) => mapNames(document, ids, chosen, editor.types));
    onClose();
  };
  return (
    <Stack gap="md">
      <p className="muted">{t('mapNames.help')}</p>
      {missing.map((one) => {
        const key = nameKey(one.kind, one.name);
        return (
          <Row key={key} missing={one} options={existing[one.kind] ?? []} value={chosen.get(key) ?? null} onChange={(value) => choose(key, value)} />
        );
      })}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('publish.cancel')}
        </Button>
        <Button disabled={chosen.size === 0} onClick={apply}>
          {t('mapNames.apply', { count: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
}

/** Names that steps use and nobody here knows, each with what exists to take its place. */
export function MapNamesDialog() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'map-names');
  const close = () => editor.view.setState({ dialog: null });
  return (
    <Modal opened={opened} onClose={close} title={t('mapNames.title')} closeButtonProps={{ 'aria-label': t('panel.close') }}>
      {opened && <Rows onClose={close} />}
    </Modal>
  );
}
