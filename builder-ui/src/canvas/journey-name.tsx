import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { useToasts } from '../ui/toasts.tsx';
import { useEditor } from './editor.ts';
import css from './journey-name.module.css';

/** The journey's name as the page's title; press it to change it. */
export function JourneyName({ journey }: { readonly journey: Answers['journeys']['get'] }) {
  const { t } = useTranslation('canvas');
  const { readOnly } = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const [editing, setEditing] = useState(false);
  const rename = useMutation(
    trpc.journeys.rename.mutationOptions({
      onSuccess: (_answer, { name }) => {
        queryClient.setQueryData(trpc.journeys.get.queryKey({ id: journey.id }), (old) => (old === undefined ? old : { ...old, name }));
        void queryClient.invalidateQueries({ queryKey: trpc.journeys.list.queryKey() });
      },
      onError: toasts.failed,
    }),
  );
  if (!editing)
    return (
      <h1 className={css['title']}>
        <button type="button" disabled={readOnly} title={t('renameJourney')} onClick={() => setEditing(true)}>
          {journey.name}
        </button>
      </h1>
    );
  const finish = (name: string) => {
    setEditing(false);
    if (name.trim() !== '' && name.trim() !== journey.name) rename.mutate({ id: journey.id, name: name.trim() });
  };
  return (
    <input
      className={css['input']}
      aria-label={t('renameJourney')}
      // biome-ignore lint/a11y/noAutofocus: the person has just pressed the name to change it
      autoFocus
      maxLength={120}
      defaultValue={journey.name}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={(event) => finish(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(event.currentTarget.value);
        if (event.key === 'Escape') setEditing(false);
      }}
    />
  );
}
