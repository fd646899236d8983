import { Alert, Button, Radio, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useFormat } from '../../i18n/format.ts';
import { Card } from '../../ui/card.tsx';
import type { ImportPreview } from './import-answers.ts';
import css from './imports.module.css';
import { type MappingProblem, mappingProblems } from './mapping.ts';
import { MappingTable } from './mapping-table.tsx';
import { useMappingDraft } from './use-mapping-draft.ts';

/** The topic of the mails that people are asked about here. */
const TOPIC = 'nurture';

type Agreed = 'yes' | 'no' | null;

/** Columns to fields, the question of consent, and the start, which says what it will do. */
export function MappingForm({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { mapping, choose, forget } = useMappingDraft(preview);
  const [agreed, setAgreed] = useState<Agreed>(null);
  const problems = mappingProblems(mapping);
  const start = useMutation(
    trpc.imports.start.mutationOptions({
      onSuccess: async () => {
        forget();
        await queryClient.invalidateQueries({ queryKey: trpc.imports.pathKey() });
      },
    }),
  );
  const begin = () => start.mutate({ jobId: preview.jobId, mapping, consent: agreed === 'yes' ? { channel: 'email', topic: TOPIC } : null });
  return (
    <>
      <Card title={t('mapping.title')}>
        <MappingTable preview={preview} mapping={mapping} onChoose={choose} />
        <Problems problems={problems} preview={preview} />
      </Card>
      <Card title={t('consent.title')}>
        <Radio.Group value={agreed} onChange={(value) => setAgreed(value === 'yes' ? 'yes' : 'no')} aria-label={t('consent.title')}>
          <Stack gap={8}>
            <Radio value="yes" label={t('consent.yes')} description={t('consent.yesHelp')} />
            <Radio value="no" label={t('consent.no')} description={t('consent.noHelp')} />
          </Stack>
        </Radio.Group>
      </Card>
      {start.error === null ? null : (
        <Alert color="red" role="alert">
          {sentence(start.error)}
        </Alert>
      )}
      <div className={css['begin']}>
        <p>{agreed === null ? t('start.answerFirst') : t('start.help')}</p>
        <Button onClick={begin} loading={start.isPending} disabled={problems.length > 0 || agreed === null}>
          {t('start.submit', { count: preview.total, lines: format.count(preview.total) })}
        </Button>
      </div>
    </>
  );
}

function Problems({ problems, preview }: { readonly problems: readonly MappingProblem[]; readonly preview: ImportPreview }) {
  const { t } = useTranslation('imports');
  const { locale } = useFormat();
  const nameOf = (field: string) => preview.fields.find(({ key }) => key === field)?.label[locale] ?? field;
  if (problems.length === 0) return null;
  return (
    <Alert color="orange" mt={10} role="status">
      {problems.map((problem) => (
        <p key={JSON.stringify(problem)} style={{ margin: 0 }}>
          {problem.code === 'noIdentity'
            ? t('mapping.noIdentity')
            : t('mapping.twice', { field: nameOf(problem.field), columns: problem.columns.join(', ') })}
        </p>
      ))}
    </Alert>
  );
}
