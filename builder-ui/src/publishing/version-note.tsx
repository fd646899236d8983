import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';

/** The note of a version, which may be written or mended afterwards. */
export function VersionNote({ number, note }: { readonly number: number; readonly note: string }) {
  const { t } = useTranslation('publishing');
  const { journeyId: id } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState(note);
  const save = useMutation(
    trpc.publishing.setNote.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.journeys.versions.queryKey({ id }) }),
    }),
  );
  return (
    <>
      <Textarea label={t('note.label')} autosize minRows={1} maxLength={2000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {save.error && <ErrorNotice error={save.error} />}
      {text !== note && (
        <Group my={6}>
          <Button size="compact-sm" loading={save.isPending} onClick={() => save.mutate({ id, number, note: text })}>
            {t('note.save')}
          </Button>
        </Group>
      )}
    </>
  );
}
