import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { builtInNodeTypes } from '@tendril/journey/nodes';
import { ReactFlowProvider } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type Answers, useTRPC } from '../api/trpc.ts';
import { createDocumentStore } from '../document/document-store.ts';
import { type KeptDraft, keptDraft } from '../document/kept-draft.ts';
import { randomId } from '../document/new-node.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { useKnownNames } from '../inspector/use-names.ts';
import { DragGhost } from '../palette/drag-ghost.tsx';
import { PaletteMenu } from '../palette/palette-menu.tsx';
import { PalettePanel } from '../palette/palette-panel.tsx';
import { Failure } from '../shell/failure.tsx';
import { useSession } from '../shell/session-context.ts';
import { TimeMachine } from '../simulate/time-machine.tsx';
import { CommentsPanel } from '../together/comments/comments-panel.tsx';
import { useOpenComments } from '../together/comments/use-open-comments.ts';
import { KeptNotice } from '../together/kept-notice.tsx';
import { LookingOn, PenBar } from '../together/pen-bar.tsx';
import { SeatsContext } from '../together/seats.ts';
import { useFollowDraft } from '../together/use-follow-draft.ts';
import { type OpenedBy, useOpenedBy } from '../together/use-opened-by.ts';
import { useOwnSeat } from '../together/use-own-seat.ts';
import { Announcer } from './announcer.tsx';
import { BuildingDialogs } from './building-dialogs.tsx';
import { CommandsDialog, FindDialog, LeadSearchDialog } from './canvas-searches.tsx';
import { CanvasSkeleton } from './canvas-skeleton.tsx';
import { CanvasTools } from './canvas-tools.tsx';
import { ContextMenu } from './context-menu.tsx';
import { type Editor, EditorContext, useView } from './editor.ts';
import { EmptyCanvas } from './empty-canvas.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { FlowCanvas } from './flow-canvas.tsx';
import { JourneyHeader } from './journey-header.tsx';
import css from './journey-page.module.css';
import { KeepBranchQuestion } from './keep-branch-question.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LeadsPanel } from './leads-panel.tsx';
import { useLiveCounts } from './live-counts.ts';
import { createLiveStore } from './live-store.ts';
import { Outline } from './outline/outline.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { RunPanel } from './run-panel.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { useCanvasClipboard } from './use-canvas-clipboard.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useDeleteOffer } from './use-delete-offer.tsx';
import { useDraftSaving } from './use-draft-saving.ts';
import { useKeptHistory } from './use-kept-history.ts';
import { useLiveChecking } from './use-live-checking.ts';
import { useAddressedPanel } from './use-panels.ts';
import { usePasteOffer } from './use-paste-offer.tsx';
import { useSaveNow } from './use-save-now.ts';
import { useSplitOffer } from './use-split-offer.tsx';
import { VersionBeside } from './version-beside.tsx';
import { VersionsPanel } from './versions-panel.tsx';
import { createViewStore } from './view-store.ts';

type Journey = Answers['journeys']['get'];

/** Opens a journey for editing. */
function openEditor(journey: Journey, readOnly: boolean): Editor {
  const documents = createDocumentStore(journey.draft);
  const types = builtInNodeTypes;
  const view = createViewStore(documents, types);
  return { journeyId: journey.id, types, documents, view, live: createLiveStore(), newId: randomId, readOnly };
}

function SidePanel() {
  const addressed = useAddressedPanel();
  const panel = useView((view) => view.panel);
  if (addressed.at === 'run') return <RunPanel runId={addressed.runId} />;
  if (addressed.at === 'explain') return <ExplainPanel leadId={addressed.leadId} />;
  if (addressed.at === 'leads') return <LeadsPanel node={addressed.node} status={addressed.status} port={addressed.port} />;
  if (panel === 'comments') return <CommentsPanel />;
  if (panel === 'versions') return <VersionsPanel />;
  return panel === 'settings' ? <SettingsPanel /> : <Inspector />;
}

interface WorkbenchProps {
  readonly journey: Journey;
  readonly editor: Editor;
  /** The revision that edits are based on. */
  readonly revision: number;
  /** What an earlier visit drew and could not save. */
  readonly kept: KeptDraft | null;
  /** Whether this tab was editing before. */
  readonly hadPen: boolean;
}

function Workbench({ journey, editor, revision, kept, hadPen }: WorkbenchProps) {
  const { documents, readOnly } = editor;
  const autosave = useDraftSaving({ journeyId: journey.id, revision, documents, enabled: !readOnly });
  useEffect(() => {
    if (kept !== null) documents.apply({ name: 'restore' }, () => kept.document);
  }, [documents, kept]);
  useLiveChecking(editor, useKnownNames());
  const showCounts = useStore(editor.view, (view) => view.showCounts);
  const period = useStore(editor.view, (view) => view.period);
  useLiveCounts(editor.live, journey.id, { live: journey.liveVersion !== null && showCounts, period });
  const saveNow = useSaveNow(autosave);
  useCanvasKeys(editor, saveNow);
  useCanvasClipboard(editor);
  useKeptHistory(editor);
  useFollowDraft(editor, revision);
  useOpenComments(editor);
  useSplitOffer(editor);
  usePasteOffer(editor);
  useDeleteOffer(editor);
  const outline = useView((view) => view.outline);
  return (
    <>
      <JourneyHeader journey={journey} autosave={autosave} />
      <div className={css['page']} data-readonly={readOnly}>
        {!readOnly && <PalettePanel />}
        <div className={css['middle']}>
          <PenBar autosave={autosave} />
          <KeptNotice hadPen={hadPen} />
          <div className={css['halves']}>
            <div className={css['canvas']}>
              {outline ? (
                <Outline />
              ) : (
                <>
                  <FlowCanvas />
                  <EmptyCanvas />
                  <CanvasTools />
                  <LookingOn />
                </>
              )}
            </div>
            <VersionBeside />
          </div>
          <TimeMachine />
        </div>
        <SidePanel />
      </div>
      <Announcer />
      <DragGhost />
      <PaletteMenu />
      <ContextMenu />
      <KeepBranchQuestion />
      <BuildingDialogs />
      <KeysDialog />
      <FindDialog />
      <CommandsDialog save={saveNow} />
      <LeadSearchDialog />
      <PublishDialog journey={journey} autosave={autosave} />
      <ResumeDialog journey={journey} />
    </>
  );
}

function OpenJourney({ journey, opened }: { readonly journey: Journey; readonly opened: OpenedBy }) {
  const { role } = useSession();
  const readOnly = (role !== 'marketer' && role !== 'admin') || journey.status === 'archived' || opened.pen === 'elsewhere';
  const [kept] = useState(() => (readOnly ? null : keptDraft(window.localStorage, journey.id)));
  const [revision] = useState(kept?.basedOn ?? journey.draftRevision);
  const [editor] = useState(() => openEditor(journey, readOnly));
  return (
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <Workbench journey={journey} editor={editor} revision={revision} kept={kept} hadPen={opened.hadPen} />
      </ReactFlowProvider>
    </EditorContext>
  );
}

/** The canvas of one journey, opened anew when the pen changes hands. */
function SeatedJourney({ id }: { readonly id: string }) {
  const query = useQuery(useTRPC().journeys.get.queryOptions({ id }, { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }));
  const seats = useOwnSeat(id);
  const { refetch } = query;
  const opened = useOpenedBy(seats, query.data?.draftRevision, refetch);
  if (query.error !== null && query.data === undefined) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined || opened === null) return <CanvasSkeleton />;
  return (
    <SeatsContext value={seats}>
      <OpenJourney key={opened.turn} journey={query.data} opened={opened} />
    </SeatsContext>
  );
}

/** The canvas of one journey. */
export function JourneyPage() {
  const { id = '' } = useParams({ strict: false });
  return <SeatedJourney key={id} id={id} />;
}
