import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { JourneyDocument } from '@tendril/journey/model';
import { ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../api/trpc.ts';
import { createDocumentStore } from '../document/document-store.ts';
import { Inspector } from '../inspector/inspector.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { SkeletonLines } from '../ui/skeleton-lines.tsx';
import { type Editor, EditorContext, useEditor, useView } from './editor.ts';
import { FlowCanvas } from './flow-canvas.tsx';
import { createLiveStore } from './live-store.ts';
import css from './version-beside.module.css';
import { createViewStore } from './view-store.ts';

/** A published version beside the draft: readable with all its forms, and nothing in it can be changed. */
export function VersionBeside() {
  const number = useView((view) => view.beside);
  return number === null ? null : <Beside key={number} number={number} />;
}

function Beside({ number }: { readonly number: number }) {
  const { t } = useTranslation('canvas');
  const { journeyId, view } = useEditor();
  const flow = useReactFlow();
  const query = useQuery(useTRPC().journeys.version.queryOptions({ id: journeyId, number }, { staleTime: Number.POSITIVE_INFINITY }));
  const close = () => view.setState({ beside: null });
  return (
    // Keys pressed in here are not for the draft.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from going further
    <div className={css['beside']} data-testid="version-beside" onKeyDown={(event) => event.stopPropagation()}>
      <header className={css['head']}>
        <b>{t('versions.beside', { number })}</b>
        <ActionIcon aria-label={t('panel.close')} onClick={close}>
          <IconX size={17} />
        </ActionIcon>
      </header>
      <Loaded query={query} skeleton={<SkeletonLines count={6} />}>
        {(document) => <Reading document={document} viewport={flow.getViewport()} />}
      </Loaded>
    </div>
  );
}

interface ReadingProps {
  readonly document: JourneyDocument;
  /** Where the draft is looked at: both begin at the same place. */
  readonly viewport: { readonly x: number; readonly y: number; readonly zoom: number };
}

function Reading({ document, viewport }: ReadingProps) {
  const { journeyId, types, newId } = useEditor();
  const [editor] = useState((): Editor => {
    const documents = createDocumentStore(document);
    return { journeyId, types, documents, view: createViewStore(documents, types), live: createLiveStore(), newId, readOnly: true };
  });
  return (
    <EditorContext value={editor}>
      <ReactFlowProvider>
        <div className={css['canvas']}>
          <FlowCanvas />
          <SameView {...viewport} />
        </div>
        <Form />
      </ReactFlowProvider>
    </EditorContext>
  );
}

function SameView(viewport: ReadingProps['viewport']) {
  const { setViewport, viewportInitialized } = useReactFlow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the first view is taken over; then it is the reader's
  useEffect(() => {
    if (viewportInitialized) void setViewport(viewport);
  }, [viewportInitialized]);
  return null;
}

/** The form of the step that was chosen in the version. */
function Form() {
  const chosen = useView((view) => view.selected.length === 1);
  return chosen ? (
    <div className={css['form']}>
      <Inspector />
    </div>
  ) : null;
}
