import { Alert, Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorSentence } from '../../api/error-sentence.ts';
import { useTRPC } from '../../api/trpc.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { CHANNEL_FIELDS, type ChannelField, channelDraft, channelInput, wrongFields } from './channel-draft.ts';
import css from './settings.module.css';
import type { Channel } from './settings-answers.ts';

interface EditChannelProps {
  readonly channel: Channel;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Enters or changes a channel's server and credentials. Stored secrets are never shown; an empty field keeps them. */
export function EditChannel({ channel, opened, onClose }: EditChannelProps) {
  const { t } = useTranslation(['settings', 'leads']);
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('editChannel.title', { channel: t(`leads:channel.${channel.channel}`) })}>
      <EditChannelForm channel={channel} onClose={onClose} />
    </SidePanel>
  );
}

function EditChannelForm({ channel, onClose }: Omit<EditChannelProps, 'opened'>) {
  const { t } = useTranslation(['settings', 'ui']);
  const sentence = useErrorSentence();
  const [draft, setDraft] = useState(() => channelDraft(channel));
  const [tried, setTried] = useState(false);
  const wrong = wrongFields(channel, draft);
  const save = useSaveChannel(onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (wrong.length === 0) save.mutate(channelInput(channel.channel, draft));
  };
  return (
    <form className={css['form']} onSubmit={submit} noValidate autoComplete="off">
      {CHANNEL_FIELDS[channel.channel].map((field) => (
        <Field
          key={field.name}
          channel={channel}
          field={field}
          value={draft[field.name] ?? ''}
          error={tried && wrong.includes(field.name) ? t(`channelField.${channel.channel}.${field.name}.wrong`) : undefined}
          onValue={(value) => setDraft((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {channel.channel === 'wecom' ? <CallbackAddress /> : null}
      {save.error === null ? null : (
        <Alert color="red" role="alert">
          {sentence(save.error)}
        </Alert>
      )}
      <p className="muted" style={{ margin: 0 }}>
        {t('editChannel.when')}
      </p>
      <div className={css['buttons']}>
        <Button variant="default" onClick={onClose}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={save.isPending}>
          {t('editChannel.submit')}
        </Button>
      </div>
    </form>
  );
}

function useSaveChannel(onClose: () => void) {
  const { t } = useTranslation(['settings', 'leads']);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  return useMutation(
    trpc.settings.saveChannel.mutationOptions({
      onSuccess: async (_answer, { channel }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.settings.channels.queryKey() });
        toasts.done(t('editChannel.done', { channel: t(`leads:channel.${channel}`) }));
        onClose();
      },
    }),
  );
}

interface FieldProps {
  readonly channel: Channel;
  readonly field: ChannelField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}

function Field({ channel, field: { name, kind }, value, error, onValue }: FieldProps) {
  const { t } = useTranslation('settings');
  const label = t(`channelField.${channel.channel}.${name}.label`);
  const help = t(`channelField.${channel.channel}.${name}.help`, { defaultValue: '' });
  const typed = { label, error, value, onChange: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value) };
  switch (kind) {
    case 'secret':
      return <PasswordInput {...typed} autoComplete="new-password" description={channel.configured ? t('editChannel.keep') : help} />;
    case 'security':
      return (
        <Select
          label={label}
          data={[
            { value: 'starttls', label: t('editChannel.starttls') },
            { value: 'tls', label: t('editChannel.tls') },
          ]}
          value={value}
          onChange={(next) => onValue(next ?? 'starttls')}
        />
      );
    case 'number':
      return <TextInput {...typed} inputMode="numeric" description={help} />;
    case 'text':
      return <TextInput {...typed} description={help} />;
  }
}

/** What WeCom's administration asks for as the address that receives messages. */
function CallbackAddress() {
  const { t } = useTranslation('settings');
  const address = `${window.location.origin}/wecom/callback`;
  return (
    <div>
      <p style={{ margin: '0 0 4px' }}>{t('editChannel.callback')}</p>
      <div className={css['secret']}>
        <pre>{address}</pre>
        <CopyButton value={address} what={t('editChannel.callbackAddress')} />
      </div>
    </div>
  );
}
