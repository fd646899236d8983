import { Button, Popover } from '@mantine/core';
import { IconCheck, IconCloudOff, IconLoader2, IconUsers } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useErrorSentence } from '../api/error-sentence.ts';
import { type Answers, useTRPC } from '../api/trpc.ts';
import type { Autosave, SaveState } from '../document/autosave.ts';
import { useEditor } from './editor.ts';
import css from './save-chip.module.css';

type Journey = Answers['journeys']['get'];

const ICONS = {
  saved: IconCheck,
  waiting: IconLoader2,
  saving: IconLoader2,
  offline: IconCloudOff,
  conflict: IconUsers,
  refused: IconCloudOff,
} as const;

const toneOf = (at: SaveState['at']) => (at === 'offline' ? 'warn' : at === 'conflict' || at === 'refused' ? 'bad' : undefined);

/** Two people drew at once: what is here, or what they saved? */
function Conflict({ journey, autosave }: { readonly journey: Journey; readonly autosave: Autosave }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(true);
  const theirs = () => queryClient.fetchQuery(trpc.journeys.get.queryOptions({ id: journey.id }, { staleTime: 0 }));
  const reload = async () => {
    const { draft, draftRevision } = await theirs();
    editor.documents.open(draft);
    // After opening: what was just loaded is not a change to be saved.
    autosave.restart(draftRevision);
  };
  return (
    <Popover opened={open} onChange={setOpen} width={320} position="bottom-start" withArrow trapFocus>
      <Popover.Target>
        <button type="button" className={`chip ${css['press'] ?? ''}`} data-tone="bad" onClick={() => setOpen(true)}>
          <IconUsers size={14} aria-hidden />
          {t('save.conflict')}
        </button>
      </Popover.Target>
      <Popover.Dropdown role="alertdialog" aria-label={t('save.conflict')}>
        <p className={css['text']}>{t('save.conflictHelp')}</p>
        <div className={css['buttons']}>
          <Button variant="default" onClick={() => void reload()}>
            {t('save.reload')}
          </Button>
          <Button color="red" variant="light" onClick={() => void theirs().then(({ draftRevision }) => autosave.overwrite(draftRevision))}>
            {t('save.overwrite')}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whether what is drawn is saved. */
export function SaveChip({ journey, autosave }: { readonly journey: Journey; readonly autosave: Autosave }) {
  const { t } = useTranslation('canvas');
  const sentence = useErrorSentence();
  const state = useStore(autosave.state);
  if (state.at === 'conflict') return <Conflict journey={journey} autosave={autosave} />;
  const Icon = ICONS[state.at];
  const text = state.at === 'offline' ? t('save.offline', { count: state.changes }) : t(`save.${state.at}`);
  const nothing = state.at === 'saved' && journey.liveVersion !== null && !journey.hasUnpublishedChanges;
  return (
    <span
      className="chip"
      data-tone={toneOf(state.at)}
      data-save={state.at}
      role="status"
      title={state.at === 'refused' ? sentence(state.error) : undefined}
    >
      <Icon size={14} aria-hidden />
      {nothing ? t('save.nothing') : t('save.draft', { state: text })}
    </span>
  );
}
