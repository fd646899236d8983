import { Group, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { useEditor } from '../editor.ts';

/** Which leads of the list are sought. */
export interface Sought {
  readonly search: string | undefined;
  readonly version: number | undefined;
}

/** Looks for leads by name, address or company, and by the version they are on. */
export function LeadsFilter({ sought, onSeek }: { readonly sought: Sought; readonly onSeek: (sought: Sought) => void }) {
  const { t } = useTranslation('operate');
  const { journeyId } = useEditor();
  const { data: versions } = useQuery(useTRPC().journeys.versions.queryOptions({ id: journeyId }));
  const data = (versions ?? []).map(({ number }) => ({ value: String(number), label: t('version', { version: number }) }));
  return (
    <Group gap={8} align="flex-end" wrap="nowrap">
      <SearchField label={t('search')} placeholder={t('searchHelp')} value={sought.search} onSearch={(search) => onSeek({ ...sought, search })} />
      {data.length > 1 && (
        <Select
          label={t('versions')}
          placeholder={t('anyVersion')}
          data={data}
          value={sought.version === undefined ? null : String(sought.version)}
          onChange={(value) => onSeek({ ...sought, version: value === null ? undefined : Number(value) })}
          clearable
          w={130}
        />
      )}
    </Group>
  );
}
