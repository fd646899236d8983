import { Alert, Button, Group, List, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { termInWords } from '@tendril/journey/sentences';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { type Extraction, type ExtractRefusal, planExtraction } from '../document/commands/extract.ts';
import { groupOf } from '../document/commands/groups.ts';
import { nameOf } from '../document/ports-of.ts';
import { findNode } from '../document/walk.ts';
import { useLocale } from '../i18n/format.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { currentDocument, edit, useEditor, useView } from './editor.ts';

/** The name of a step for sentences; empty for none. */
function useStepName(): (id: string | null) => string {
  const locale = useLocale();
  const editor = useEditor();
  return (id) => {
    const node = id === null ? undefined : findNode(currentDocument(editor), id);
    return node === undefined ? '' : nameOf(node, editor.types, locale);
  };
}

function Refused({ refusal, onClose }: { readonly refusal: ExtractRefusal; readonly onClose: () => void }) {
  const { t } = useTranslation('canvas');
  const stepName = useStepName();
  return (
    <Stack gap="md">
      <Alert color="yellow" role="alert">
        {t(`extract.refused.${refusal.why}`, { step: stepName(refusal.step) })}
      </Alert>
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('panel.close')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What leads will live through, said before it is done. */
function Consequences({ plan }: { readonly plan: Extraction }) {
  const { t } = useTranslation('canvas');
  const stepName = useStepName();
  const locale = useLocale();
  return (
    <List size="sm" spacing={4}>
      <List.Item>{t('extract.calls')}</List.Item>
      {plan.waysOn.map(({ outcome, to }) => (
        <List.Item key={outcome}>
          {to === null
            ? t('extract.ends', { outcome: termInWords(outcome, locale) })
            : t('extract.goesOn', { outcome: termInWords(outcome, locale), step: stepName(to) })}
        </List.Item>
      ))}
      <List.Item>{t('extract.publish')}</List.Item>
      <List.Item>{t('extract.undo')}</List.Item>
    </List>
  );
}

function Form({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const drawing = currentDocument(editor);
  const { selected } = editor.view.getState();
  const [name, setName] = useState(
    () => groupOf(drawing, selected[0] ?? '')?.title || t('extract.nameFresh', { journey: drawing.name }).slice(0, 120),
  );
  const [plan] = useState(() => planExtraction(drawing, selected, { types: editor.types, newId: editor.newId, name }));
  const [made, setMade] = useState<string | null>(null);
  const create = useMutation(
    trpc.journeys.create.mutationOptions({
      onSuccess: ({ id }) => {
        if (!plan.ok) return;
        const { document, step } = plan.replace(id, name.trim());
        edit(editor, { name: 'extract' }, () => document);
        editor.view.select([step]);
        setMade(id);
        void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
      },
    }),
  );
  if (!plan.ok) return <Refused refusal={plan} onClose={onClose} />;
  if (made !== null)
    return (
      <Stack gap="md">
        <p>{t('extract.done', { name })}</p>
        <Group justify="flex-end">
          <Button variant="default" component={Link} to={`/journeys/${made}`} onClick={onClose}>
            {t('extract.open')}
          </Button>
          <Button data-autofocus onClick={onClose}>
            {t('extract.stay')}
          </Button>
        </Group>
      </Stack>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), document: { ...plan.journey, name: name.trim() } });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <TextInput
          label={t('extract.name')}
          value={name}
          maxLength={120}
          required
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Consequences plan={plan} />
        {create.error !== null && <ErrorNotice error={create.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('publish.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
            {t('extract.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Makes the chosen steps a journey of its own, which this one calls. */
export function ExtractDialog() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const opened = useView((view) => view.dialog === 'extract');
  const close = () => editor.view.setState({ dialog: null });
  return (
    <Modal opened={opened} onClose={close} title={t('extract.title')} closeButtonProps={{ 'aria-label': t('panel.close') }}>
      {opened && <Form onClose={close} />}
    </Modal>
  );
}
