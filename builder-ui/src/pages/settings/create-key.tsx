import { Alert, Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { curlExample } from './curl-example.ts';
import css from './settings.module.css';

/** Makes a write key and shows it this once, with a call to try it. */
export function CreateKey({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui']);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('createKey.title')}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <CreateKeyForm onClose={onClose} />
    </Modal>
  );
}

function CreateKeyForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui']);
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const create = useMutation(
    trpc.settings.createIntakeKey.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.settings.intakeKeys.queryKey() }),
    }),
  );
  if (create.data !== undefined) return <NewKey value={create.data.key} onClose={onClose} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate({ name: name.trim() });
  };
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextInput
        data-autofocus
        label={t('createKey.name')}
        description={t('createKey.nameHelp')}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
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
        <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
          {t('keys.create')}
        </Button>
      </div>
    </form>
  );
}

function NewKey({ value, onClose }: { readonly value: string; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  const example = curlExample({ origin: window.location.origin, key: value });
  return (
    <div className={css['form']}>
      <Alert color="orange">{t('createKey.once')}</Alert>
      <div className={css['secret']}>
        <pre data-testid="write-key">{value}</pre>
        <CopyButton value={value} what={t('createKey.key')} />
      </div>
      <p style={{ margin: '4px 0 0' }}>{t('createKey.try')}</p>
      <div className={css['secret']}>
        <pre>{example}</pre>
        <CopyButton value={example} what={t('createKey.example')} />
      </div>
      <p className="muted" style={{ margin: 0 }}>
        {t('createKey.segment')}
      </p>
      <div className={css['buttons']}>
        <Button onClick={onClose}>{t('createKey.done')}</Button>
      </div>
    </div>
  );
}
