import { Alert, Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useToasts } from '../../ui/toasts.tsx';
import css from './leads.module.css';

const EMPTY = { name: '', email: '', phone: '', company: '', title: '', source: '' };

/** Adds one lead by hand. A lead already known by its email or phone is completed instead of doubled. */
export function CreateLead({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['leads', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} title={t('create.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <CreateLeadForm onClose={onClose} />
    </Modal>
  );
}

function CreateLeadForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['leads', 'ui']);
  const sentence = useErrorSentence();
  const [draft, setDraft] = useState(EMPTY);
  const [consentEmail, setConsent] = useState(false);
  const [tried, setTried] = useState(false);
  const create = useCreateLead(onClose);
  const unreachable = draft.email.trim() === '' && draft.phone.trim() === '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!unreachable) create.mutate({ ...filled(draft), consentEmail });
  };
  const field = (key: keyof typeof EMPTY) => ({
    label: t(`field.${key}`),
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [key]: value }));
    },
  });
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextInput {...field('name')} data-autofocus />
      <div className={css['pair']}>
        <TextInput {...field('email')} type="email" error={tried && unreachable ? t('create.needsHandle') : undefined} />
        <TextInput {...field('phone')} type="tel" />
      </div>
      <div className={css['pair']}>
        <TextInput {...field('company')} />
        <TextInput {...field('title')} />
      </div>
      <TextInput {...field('source')} placeholder={t('create.sourceHint')} />
      <Checkbox
        checked={consentEmail}
        onChange={(event) => setConsent(event.currentTarget.checked)}
        label={t('create.consent')}
        description={t('create.consentHelp')}
      />
      {create.error === null ? null : (
        <Alert color="red" role="alert">
          {sentence(create.error)}
        </Alert>
      )}
      <div className={css['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={create.isPending}>
          {t('create.submit')}
        </Button>
      </div>
    </form>
  );
}

function useCreateLead(onClose: () => void) {
  const { t } = useTranslation('leads');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  return useMutation(
    trpc.leads.create.mutationOptions({
      onSuccess: ({ id, merged }) => {
        toasts.done(t(merged ? 'create.merged' : 'create.done'));
        void queryClient.invalidateQueries({ queryKey: trpc.leads.pathKey() });
        onClose();
        void navigate({ to: '/leads/$id', params: { id } });
      },
    }),
  );
}

/** Only what was filled in, without surrounding spaces. */
const filled = (draft: typeof EMPTY) =>
  Object.fromEntries(
    Object.entries(draft)
      .map(([key, value]) => [key, value.trim()])
      .filter(([, value]) => value !== ''),
  );
