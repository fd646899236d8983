import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/format.ts';
import { useCanvasMiddle } from '../palette/palette-panel.tsx';
import { toggleDisabled } from './actions/arrange.ts';
import { duplicateSelected } from './actions/clipboard.ts';
import { placeAfter, placeStep } from './actions/place-step.ts';
import { removeSelected } from './actions/remove.ts';
import { currentDocument, useEditor } from './editor.ts';
import { downloadJourney } from './journey-file.ts';
import { useAddNote } from './use-add-note.ts';
import { useOpenLeads } from './use-panels.ts';
import { useTidy } from './use-tidy.ts';

/** Something that can be done, by name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** Everything that can be done on the canvas; those that change something only for people who may. */
export function useCommands(): readonly Command[] {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const flow = useReactFlow();
  const middle = useCanvasMiddle();
  const tidy = useTidy();
  const addNote = useAddNote();
  const openLeads = useOpenLeads();
  const { view, documents } = editor;
  const looks: readonly Command[] = [
    { id: 'fit', label: t('key.zoomFit'), keys: '1', run: () => void flow.fitView({ padding: 0.12, maxZoom: 1 }) },
    { id: 'counts', label: t('key.counts'), keys: 'V', run: () => view.setState((state) => ({ showCounts: !state.showCounts })) },
    { id: 'outline', label: t('key.outline'), keys: 'O', run: () => view.setState((state) => ({ outline: !state.outline })) },
    { id: 'find', label: t('key.find'), keys: 'Ctrl+F', run: () => view.setState({ dialog: 'find' }) },
    { id: 'lead', label: t('key.leadSearch'), keys: 'L', run: () => view.setState({ dialog: 'lead-search' }) },
    { id: 'leads', label: t('leads.ofJourney'), run: () => openLeads(null) },
    { id: 'versions', label: t('panel.versions'), run: () => view.setState({ panel: 'versions' }) },
    { id: 'settings', label: t('panel.settings'), run: () => view.setState({ panel: 'settings' }) },
    { id: 'simulate', label: t('key.simulate'), keys: 'Ctrl+Enter', run: () => view.setState({ timeMachine: true }) },
    { id: 'export', label: t('file.export'), run: () => downloadJourney(currentDocument(editor)) },
    { id: 'keys', label: t('key.keys'), keys: '?', run: () => view.setState({ dialog: 'keys' }) },
  ];
  if (editor.readOnly) return looks;
  return [
    { id: 'publish', label: t('key.publish'), keys: 'Ctrl+Shift+Enter', run: () => view.setState({ dialog: 'publish' }) },
    { id: 'undo', label: t('key.undo'), keys: 'Ctrl+Z', run: documents.undo },
    { id: 'redo', label: t('key.redo'), keys: 'Ctrl+Shift+Z', run: documents.redo },
    { id: 'tidy', label: t('key.tidy'), keys: 'Shift+Alt+T', run: tidy },
    { id: 'note', label: t('key.note'), keys: 'Shift+S', run: addNote },
    { id: 'duplicate', label: t('key.duplicate'), keys: 'Ctrl+D', run: () => duplicateSelected(editor) },
    { id: 'disable', label: t('key.disable'), keys: 'D', run: () => toggleDisabled(editor) },
    { id: 'delete', label: t('key.delete'), keys: 'Delete', run: () => removeSelected(editor) },
    ...looks,
    ...editor.types.all.map((definition) => ({
      id: `add ${definition.kind}`,
      label: t('commands.add', { step: definition.title[locale] }),
      run: () => void placeStep(editor, definition.kind, placeAfter(editor, middle())),
    })),
  ];
}
