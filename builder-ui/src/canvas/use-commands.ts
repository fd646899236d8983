import { useReactFlow } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import { ALIGNMENTS } from '../document/commands/align.ts';
import { useLocale } from '../i18n/format.ts';
import { useCanvasMiddle } from '../palette/palette-panel.tsx';
import { alignSelected } from './actions/arrange.ts';
import { toggleCollapsedOfChosen } from './actions/group.ts';
import { placeAfter, placeStep } from './actions/place-step.ts';
import { currentDocument, useEditor } from './editor.ts';
import { downloadJourney } from './journey-file.ts';
import { KEY_MAP, type KeyAction } from './key-map.ts';
import { useMenuClipboard } from './menu/use-menu-clipboard.ts';
import { shownKeys } from './shown-keys.ts';
import { useImportFile } from './use-import-file.ts';
import { useKeyActions } from './use-key-actions.ts';
import { useOpenLeads } from './use-panels.ts';

/** Something that can be done, by name. */
export interface Command {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** Keys that only move about; as a command they would mean nothing. */
const MOTIONS: ReadonlySet<KeyAction> = new Set(['neighbour', 'nudge', 'stream', 'escape', 'open', 'regions', 'commands', 'plus']);

/** Keys that also mean something to people who may only look. */
const LOOKS: ReadonlySet<KeyAction> = new Set([
  ...([
    'copy',
    'selectAll',
    'find',
    'ruler',
    'hand',
    'zoomFull',
    'zoomFit',
    'zoomSelection',
    'zoomIn',
    'zoomOut',
    'counts',
    'outline',
    'leadSearch',
  ] as const),
  ...(['previousProblem', 'nextProblem', 'simulate', 'keys'] as const),
]);

/** Everything that can be done on the canvas; what changes something only for people who may. `save` saves the draft at once. */
export function useCommands(save: () => void): readonly Command[] {
  const { t } = useTranslation('canvas');
  const locale = useLocale();
  const editor = useEditor();
  const flow = useReactFlow();
  const middle = useCanvasMiddle();
  const actions = useKeyActions(editor, save);
  const clipboard = useMenuClipboard();
  const openLeads = useOpenLeads();
  const importFile = useImportFile();
  const { view } = editor;
  const byMenu: Partial<Record<KeyAction, () => void>> = {
    copy: clipboard.copy,
    cut: clipboard.cut,
    paste: () => clipboard.paste(flow.screenToFlowPosition({ x: window.innerWidth / 2, y: window.innerHeight / 3 })),
  };
  const keys = KEY_MAP.filter(({ action }) => !MOTIONS.has(action) && (!editor.readOnly || LOOKS.has(action))).map(
    ({ action, keys: [first = ''] }): Command => ({
      id: action,
      label: t(`key.${action}`),
      keys: shownKeys(first),
      run: byMenu[action] ?? (() => actions[action]()),
    }),
  );
  const looks: readonly Command[] = [
    { id: 'above', label: t('commands.above'), keys: 'Shift+↑', run: () => actions.stream({ key: 'ArrowUp', shiftKey: true }) },
    { id: 'below', label: t('commands.below'), keys: 'Shift+↓', run: () => actions.stream({ key: 'ArrowDown', shiftKey: true }) },
    { id: 'leads', label: t('leads.ofJourney'), run: () => openLeads(null) },
    { id: 'versions', label: t('panel.versions'), run: () => view.setState({ panel: 'versions' }) },
    { id: 'comments', label: t('panel.comments'), run: () => view.setState({ panel: 'comments' }) },
    { id: 'settings', label: t('panel.settings'), run: () => view.setState({ panel: 'settings' }) },
    { id: 'export', label: t('file.export'), run: () => downloadJourney(currentDocument(editor)) },
  ];
  if (editor.readOnly) return [...keys, ...looks];
  return [
    ...keys,
    ...ALIGNMENTS.map((alignment) => ({ id: alignment, label: t(`align.${alignment}`), run: () => alignSelected(editor, alignment) })),
    { id: 'fold', label: t('commands.fold'), run: () => toggleCollapsedOfChosen(editor) },
    { id: 'import', label: t('file.import'), run: importFile },
    { id: 'map-names', label: t('mapNames.title'), run: () => view.setState({ dialog: 'map-names' }) },
    ...looks,
    ...editor.types.all.map((definition) => ({
      id: `add ${definition.kind}`,
      label: t('commands.add', { step: definition.title[locale] }),
      run: () => void placeStep(editor, definition.kind, placeAfter(editor, middle())),
    })),
  ];
}
