import { Alert, Button, Modal, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { useToasts } from '../../ui/toasts.tsx';
import css from './settings.module.css';
import { ROLES, type Role } from './settings-answers.ts';

/** Shortest password that the API takes. */
const PASSWORD = 10;

/** Lets a person into the workspace with a first password, to be handed over by other means. */
export function AddMember({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui']);
  return (
    <Modal opened={opened} onClose={onClose} title={t('addMember.title')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <AddMemberForm onClose={onClose} />
    </Modal>
  );
}

function AddMemberForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['settings', 'ui', 'shell']);
  const sentence = useErrorSentence();
  const [draft, setDraft] = useState({ name: '', email: '', password: '', wecomUserId: '' });
  const [role, setRole] = useState<Role>('sdr');
  const [tried, setTried] = useState(false);
  const add = useAddMember(onClose);
  const wrong = {
    name: draft.name.trim() === '' ? t('addMember.needsName') : undefined,
    email: /^\S+@\S+\.\S+$/.test(draft.email.trim()) ? undefined : t('addMember.needsEmail'),
    password: draft.password.length >= PASSWORD ? undefined : t('addMember.needsPassword', { length: PASSWORD }),
    wecomUserId: undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some((problem) => problem !== undefined)) return;
    const wecomUserId = draft.wecomUserId.trim();
    const person = { name: draft.name.trim(), email: draft.email.trim(), password: draft.password, role };
    add.mutate(wecomUserId === '' ? person : { ...person, wecomUserId });
  };
  const field = (key: keyof typeof draft) => ({
    label: t(`addMember.${key}`),
    value: draft[key],
    error: tried ? wrong[key] : undefined,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setDraft((before) => ({ ...before, [key]: value }));
    },
  });
  return (
    <form className={css['form']} onSubmit={submit} noValidate>
      <TextInput {...field('name')} data-autofocus autoComplete="off" />
      <TextInput {...field('email')} type="email" autoComplete="off" />
      <PasswordInput {...field('password')} description={t('addMember.passwordHelp', { length: PASSWORD })} autoComplete="new-password" />
      <Select
        label={t('addMember.role')}
        description={t(`roleHelp.${role}`)}
        data={ROLES.map((value) => ({ value, label: t(`shell:role.${value}`) }))}
        value={role}
        onChange={(value) => setRole(value as Role)}
      />
      <TextInput {...field('wecomUserId')} description={t('addMember.wecomHelp')} autoComplete="off" />
      {add.error === null ? null : (
        <Alert color="red" role="alert">
          {sentence(add.error)}
        </Alert>
      )}
      <div className={css['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={add.isPending}>
          {t('addMember.submit')}
        </Button>
      </div>
    </form>
  );
}

function useAddMember(onClose: () => void) {
  const { t } = useTranslation('settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.settings.addMember.mutationOptions({
      onSuccess: async (_answer, { name }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.settings.members.queryKey() });
        toasts.done(t('addMember.done', { name }));
        onClose();
      },
    }),
  );
}
