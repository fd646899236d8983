import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPCClient } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { FirstLines } from './first-lines.tsx';
import { ENCODINGS, type ImportJob, type ImportPreview } from './import-answers.ts';
import css from './imports.module.css';
import { MappingForm } from './mapping-form.tsx';

/** An uploaded file before it is imported: how it reads, which column is what, and whether the people agreed to mails. */
export function ImportPreparation({ job }: { readonly job: ImportJob }) {
  const client = useTRPCClient();
  const [encoding, setEncoding] = useState<string | undefined>(undefined);
  const query = useQuery({
    queryKey: ['import-preview', job.id, encoding],
    queryFn: () => client.imports.preview.mutate({ jobId: job.id, ...(encoding === undefined ? {} : { encoding }) }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before: ImportPreview | undefined) => before,
  });
  return (
    <Loaded
      query={query}
      skeleton={
        <Card>
          <SkeletonLines count={10} height={20} />
        </Card>
      }
    >
      {(preview) => (
        <div className={css['steps']}>
          <FileFacts preview={preview} busy={query.isPlaceholderData} onEncoding={setEncoding} />
          {query.error === null ? null : <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />}
          <FirstLines preview={preview} />
          <MappingForm key={preview.columns.map(({ name }) => name).join('\n')} preview={preview} />
        </div>
      )}
    </Loaded>
  );
}

interface FileFactsProps {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly onEncoding: (encoding: string) => void;
}

function FileFacts({ preview, busy, onEncoding }: FileFactsProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  return (
    <Card>
      <div className={css['facts']}>
        <Select
          w={220}
          label={t('preview.encoding')}
          description={t('preview.encodingHelp')}
          data={ENCODINGS.map((value) => ({ value, label: t(`encoding.${value}`) }))}
          value={preview.encoding}
          disabled={busy}
          onChange={(value) => {
            if (value !== null) onEncoding(value);
          }}
        />
        <p>
          {t('preview.facts', { count: preview.total, lines: format.count(preview.total), columns: preview.columns.length })}
          <br />
          <span className="muted">{t(`delimiter.${delimiterName(preview.delimiter)}`)}</span>
        </p>
      </div>
    </Card>
  );
}

const DELIMITERS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' };

const delimiterName = (delimiter: string) => DELIMITERS[delimiter] ?? 'other';
