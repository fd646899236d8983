import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHistory, IconListTree, IconSearch, IconSettings } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Answers } from '../api/trpc.ts';
import type { Autosave } from '../document/autosave.ts';
import { redoable, undoable } from '../document/document-store.ts';
import { useFormat } from '../i18n/format.ts';
import { PublishingChips } from '../publishing/publishing-chips.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { TimeMachineButton } from '../simulate/time-machine-button.tsx';
import { CommentsButton } from '../together/comments/comments-button.tsx';
import { Presence } from '../together/presence.tsx';
import { KeyHint } from '../ui/key-hint.tsx';
import { useEditor, useView } from './editor.ts';
import { JourneyName } from './journey-name.tsx';
import { useChecking } from './live-store.ts';
import { PauseButton } from './pause-button.tsx';
import { SaveChip } from './save-chip.tsx';
import type { Panel } from './view-store.ts';

type Journey = Answers['journeys']['get'];

function UndoButtons() {
  const { t } = useTranslation('canvas');
  const { documents } = useEditor();
  const back = useStore(documents.state, () => undoable(documents));
  const forth = useStore(documents.history, () => redoable(documents));
  const named = (change: NonNullable<typeof back>) => t(`change.${change.name}`, { count: change.count ?? 1 });
  return (
    <>
      <Tooltip label={back ? t('undo.named', { change: named(back) }) : t('undo.nothing')}>
        <ActionIcon aria-label={back ? t('undo.named', { change: named(back) }) : t('undo.nothing')} disabled={!back} onClick={documents.undo}>
          <IconArrowBackUp size={18} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={forth ? t('redo.named', { change: named(forth) }) : t('redo.nothing')}>
        <ActionIcon aria-label={forth ? t('redo.named', { change: named(forth) }) : t('redo.nothing')} disabled={!forth} onClick={documents.redo}>
          <IconArrowForwardUp size={18} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}

function PanelButton({ panel, icon: Icon }: { readonly panel: Panel; readonly icon: typeof IconHistory }) {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const open = useView((view) => view.panel === panel);
  return (
    <Tooltip label={t(`panel.${panel}`)}>
      <ActionIcon
        variant={open ? 'light' : 'subtle'}
        color={open ? 'vine' : 'gray'}
        aria-label={t(`panel.${panel}`)}
        aria-pressed={open}
        onClick={() => editor.view.setState({ panel: open ? 'inspector' : panel })}
      >
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** What the journey's state is: live version, draft, saving. */
function Chips({ journey, autosave }: { readonly journey: Journey; readonly autosave: Autosave }) {
  const { t } = useTranslation('canvas');
  const format = useFormat();
  return (
    <>
      {journey.status === 'live' && (
        <span className="chip" data-tone="live">
          <i className="dot" aria-hidden />
          {t('status.live', { version: journey.liveVersion })}
        </span>
      )}
      {journey.status !== 'live' && (
        <span className="chip" data-tone={journey.status === 'paused' ? 'warn' : undefined} data-testid="status">
          {t(`status.${journey.status}`)}
          {journey.pause !== null && ` · ${t('pause.held', { count: journey.pause.held, formatted: format.count(journey.pause.held) })}`}
        </span>
      )}
      <PublishingChips journeyId={journey.id} />
      <SaveChip journey={journey} autosave={autosave} />
      <Presence />
    </>
  );
}

/** The canvas page's part of the header. */
export function JourneyHeader({ journey, autosave }: { readonly journey: Journey; readonly autosave: Autosave }) {
  const { t } = useTranslation('canvas');
  const { t: shell } = useTranslation('shell');
  const editor = useEditor();
  const outline = useView((view) => view.outline);
  const { errors } = useChecking();
  return (
    <PageHeader
      title={journey.name}
      parent={{ to: '/journeys', label: shell('page.journeys') }}
      heading={<JourneyName journey={journey} />}
      chips={<Chips journey={journey} autosave={autosave} />}
      actions={
        <>
          {!editor.readOnly && <UndoButtons />}
          <Tooltip label={t('outline.toggle')}>
            <ActionIcon
              aria-label={t('outline.toggle')}
              aria-pressed={outline}
              variant={outline ? 'light' : 'subtle'}
              color={outline ? 'vine' : 'gray'}
              onClick={() => editor.view.setState({ outline: !outline })}
            >
              <IconListTree size={18} />
            </ActionIcon>
          </Tooltip>
          <PanelButton panel="settings" icon={IconSettings} />
          <PanelButton panel="versions" icon={IconHistory} />
          <CommentsButton />
          <TimeMachineButton />
          <Button
            variant="default"
            leftSection={<IconSearch size={15} />}
            rightSection={<KeyHint>L</KeyHint>}
            aria-keyshortcuts="L"
            onClick={() => editor.view.setState({ dialog: 'lead-search' })}
          >
            {t('findLead.button')}
          </Button>
          {!editor.readOnly && <PauseButton journey={journey} />}
          {!editor.readOnly && (
            <Button
              aria-keyshortcuts="Control+Shift+Enter"
              onClick={() => editor.view.setState({ dialog: 'publish' })}
              variant={errors > 0 ? 'default' : 'filled'}
            >
              {t('publish.button')}
            </Button>
          )}
        </>
      }
    />
  );
}
