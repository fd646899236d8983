import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JourneyDocument } from '@tendril/journey/model';
import { readDocument } from '@tendril/journey/schema';
import { drawTemplate, GALLERY } from '@tendril/journey/templates';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { useLocale } from '../../i18n/format.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { JourneyThumbnail } from './journey-thumbnail.tsx';
import css from './journeys.module.css';

/** What a new journey begins with. */
interface Start {
  readonly key: string;
  readonly name: string;
  readonly document: JourneyDocument | undefined;
}

interface StartsProps {
  readonly chosen: string;
  readonly onChoose: (start: Start) => void;
}

/** Empty, from the gallery, or from a file. */
function Starts({ chosen, onChoose }: StartsProps) {
  const { t } = useTranslation('journeys');
  const locale = useLocale();
  const gallery = useMemo(
    () =>
      GALLERY.map((template) => ({
        key: template.key,
        title: template.title[locale],
        summary: template.summary[locale],
        document: drawTemplate(template, { locale }),
      })),
    [locale],
  );
  const file = useRef<HTMLInputElement>(null);
  const [unreadable, setUnreadable] = useState(false);
  const read = async (picked: File | undefined) => {
    if (picked === undefined) return;
    try {
      const reading = readDocument(JSON.parse(await picked.text()));
      setUnreadable(!reading.ok);
      if (reading.ok) onChoose({ key: 'file', name: reading.document.name, document: reading.document });
    } catch {
      setUnreadable(true);
    }
  };
  return (
    <>
      <div className={css['starts']} role="radiogroup" aria-label={t('new.from')}>
        <label className={css['start']} data-chosen={chosen === 'empty'}>
          <input
            type="radio"
            name="start"
            value="empty"
            checked={chosen === 'empty'}
            onChange={() => onChoose({ key: 'empty', name: '', document: undefined })}
          />
          <span className={css['blank']}>
            <IconFile size={34} stroke={1.3} aria-hidden />
          </span>
          <b>{t('new.empty')}</b>
          <span>{t('new.emptyHelp')}</span>
        </label>
        {gallery.map(({ key, title, summary, document }) => (
          <label key={key} className={css['start']} data-chosen={chosen === key}>
            <input type="radio" name="start" value={key} checked={chosen === key} onChange={() => onChoose({ key, name: title, document })} />
            <JourneyThumbnail document={document} height={110} />
            <b>{title}</b>
            <span>{summary}</span>
          </label>
        ))}
      </div>
      <Group gap="sm">
        <Button variant="subtle" size="compact-sm" leftSection={<IconUpload size={14} />} onClick={() => file.current?.click()}>
          {chosen === 'file' ? t('new.fileChosen') : t('new.file')}
        </Button>
        {unreadable && (
          <span role="alert" className="chip" data-tone="bad">
            {t('new.unreadable')}
          </span>
        )}
      </Group>
      <input ref={file} type="file" accept=".json,application/json" hidden onChange={(event) => void read(event.currentTarget.files?.[0])} />
    </>
  );
}

/** Makes a journey: from the gallery, from a file, or empty; then opens it. */
export function NewJourney({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('journeys');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const trpc = useTRPC();
  const [start, setStart] = useState<Start>({ key: 'empty', name: '', document: undefined });
  const [typed, setTyped] = useState<string | null>(null);
  const name = typed ?? start.name;
  const create = useMutation(
    trpc.journeys.create.mutationOptions({
      onSuccess: ({ id }) => {
        void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
        void navigate({ to: '/journeys/$id', params: { id } });
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') create.mutate({ name: name.trim(), ...(start.document === undefined ? {} : { document: start.document }) });
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('new.title')} size={860} closeButtonProps={{ 'aria-label': t('new.close') }}>
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label={t('new.name')}
            placeholder={t('new.namePlaceholder')}
            required
            withAsterisk={false}
            maxLength={120}
            data-autofocus
            value={name}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Starts chosen={start.key} onChoose={setStart} />
          {create.error && <ErrorNotice error={create.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('new.cancel')}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === ''}>
              {t('new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
