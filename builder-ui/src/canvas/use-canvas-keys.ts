import { useReactFlow } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import type { Autosave } from '../document/autosave.ts';
import { nudge, toggleDisabled } from './actions/arrange.ts';
import { duplicateSelected, pasteText, selectionText } from './actions/clipboard.ts';
import { goToProblem, mend, nextMend } from './actions/mend.ts';
import { type Direction, selectNeighbour, selectStream } from './actions/neighbours.ts';
import { placeAfter } from './actions/place-step.ts';
import { removeSelected } from './actions/remove.ts';
import { currentDocument, type Editor } from './editor.ts';
import { focusCanvas } from './focus-canvas.ts';
import { actionOf, type KeyAction } from './key-map.ts';
import { moveFocusToRegion } from './regions.ts';
import { useAddNote } from './use-add-note.ts';
import { useTidy } from './use-tidy.ts';

/** Keys that also work while a field has the focus: they mean nothing there. */
const EVERYWHERE: readonly KeyAction[] = ['save', 'publish', 'simulate', 'commands', 'regions'];

/** Keys that only mean something while the canvas has the focus; elsewhere they are the browser's. */
const ON_CANVAS: readonly KeyAction[] = ['add', 'neighbour', 'stream', 'nudge', 'open', 'selectAll', 'copy', 'cut', 'paste'];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role="listbox"], [role="menu"]') !== null);

const inDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"], [role="alertdialog"]') !== null;

const isOnCanvas = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target === document.body || target.closest('[data-canvas]') !== null);

const hasSelectedText = (): boolean => (window.getSelection()?.toString() ?? '') !== '';

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const NUDGE_PX = 10;

type Handlers = Readonly<Record<KeyAction, (event: KeyboardEvent) => void>>;

function useHandlers(editor: Editor, autosave: Autosave): Handlers {
  const flow = useReactFlow();
  const tidy = useTidy();
  const addNote = useAddNote();
  const { view, documents } = editor;
  const show = (ids: readonly string[]) => {
    if (ids.length > 0) void flow.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.6, maxZoom: Math.max(0.8, flow.getZoom()), duration: 150 });
  };
  const chosen = () => view.getState().selected;
  const choose = (event: KeyboardEvent) => {
    const step = selectNeighbour(editor, DIRECTIONS[event.key] ?? 'down');
    if (step !== null && !isVisible(step)) show([step]);
  };
  const openPalette = (replace: boolean) => {
    if (editor.readOnly) return;
    const [id] = chosen();
    const box = document
      .querySelector(id === undefined ? '[data-canvas]' : `#step-${CSS.escape(id)}, [data-outline-step="${CSS.escape(id)}"]`)
      ?.getBoundingClientRect();
    const screen = { left: box?.left ?? 200, top: (id === undefined ? (box?.top ?? 0) + 40 : (box?.bottom ?? 200)) + 8 };
    const middle = flow.screenToFlowPosition({ x: screen.left + 200, y: screen.top + 100 });
    if (replace && id === undefined) return;
    view.setGesture({ at: 'choosing', place: replace && id !== undefined ? { at: 'replace', node: id } : placeAfter(editor, middle), screen });
  };
  return {
    undo: documents.undo,
    redo: documents.redo,
    copy: () => undefined,
    cut: () => undefined,
    paste: () => undefined,
    duplicate: () => duplicateSelected(editor),
    selectAll: () => view.select(currentDocument(editor).nodes.map(({ id }) => id)),
    delete: () => removeSelected(editor),
    add: () => openPalette(false),
    replace: () => openPalette(true),
    open: () => document.querySelector<HTMLElement>('[data-region="inspector"] :is(input, textarea, select, button):not(:disabled)')?.focus(),
    escape: () => {
      if (view.getState().gesture.at !== 'idle') view.setGesture({ at: 'idle' });
      else view.select([]);
      focusCanvas();
    },
    rename: () => {
      const [id] = chosen();
      if (id !== undefined && !editor.readOnly) view.setGesture({ at: 'renaming', node: id });
    },
    disable: () => toggleDisabled(editor),
    neighbour: choose,
    stream: (event) => selectStream(editor, event.key === 'ArrowUp' ? 'up' : 'down'),
    nudge: (event) => {
      const by = { up: { x: 0, y: -NUDGE_PX }, down: { x: 0, y: NUDGE_PX }, left: { x: -NUDGE_PX, y: 0 }, right: { x: NUDGE_PX, y: 0 } };
      nudge(editor, by[DIRECTIONS[event.key] ?? 'down']);
    },
    find: () => view.setState({ dialog: 'find' }),
    commands: () => view.setState({ dialog: 'commands' }),
    tidy,
    note: addNote,
    zoomFull: () => void flow.zoomTo(1, { duration: 150 }),
    zoomFit: () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 150 }),
    zoomSelection: () => show(chosen()),
    zoomIn: () => void flow.zoomIn({ duration: 100 }),
    zoomOut: () => void flow.zoomOut({ duration: 100 }),
    save: () => void autosave.flush(),
    simulate: () => view.setState((state) => ({ timeMachine: !state.timeMachine })),
    publish: () => view.setState({ dialog: editor.readOnly ? null : 'publish' }),
    previousProblem: () => show([goToProblem(editor, -1)].filter((id) => id !== null)),
    nextProblem: () => show([goToProblem(editor, 1)].filter((id) => id !== null)),
    fix: () => {
      const fix = nextMend(editor)?.fix;
      if (fix) mend(editor, fix);
    },
    counts: () => view.setState((state) => ({ showCounts: !state.showCounts })),
    leadSearch: () => view.setState({ dialog: 'lead-search' }),
    outline: () => view.setState((state) => ({ outline: !state.outline })),
    regions: (event) => moveFocusToRegion(event.shiftKey ? -1 : 1),
    keys: () => view.setState({ dialog: 'keys' }),
  };
}

function isVisible(id: string): boolean {
  const step = document.querySelector(`#step-${CSS.escape(id)}`)?.getBoundingClientRect();
  const canvas = document.querySelector('[data-canvas]')?.getBoundingClientRect();
  return (
    step !== undefined &&
    canvas !== undefined &&
    step.top >= canvas.top &&
    step.bottom <= canvas.bottom &&
    step.left >= canvas.left &&
    step.right <= canvas.right
  );
}

/** The keys of the canvas. They never fire while somebody types or has selected text, nor over a dialog. */
export function useCanvasKeys(editor: Editor, autosave: Autosave): void {
  const handlers = useRef<Handlers | null>(null);
  handlers.current = useHandlers(editor, autosave);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === null || event.defaultPrevented || event.isComposing || inDialog(event.target)) return;
      if (isTyping(event.target) && !EVERYWHERE.includes(action)) return;
      if (ON_CANVAS.includes(action) && !isOnCanvas(event.target)) return;
      if (action === 'copy' || action === 'cut' || action === 'paste') return; // The clipboard's own events follow.
      if (action === 'undo' && hasSelectedText()) return;
      event.preventDefault();
      handlers.current?.[action](event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** Copy, cut and paste by the clipboard's own events, which work without asking for permission. */
export function useCanvasClipboard(editor: Editor): void {
  const { screenToFlowPosition } = useReactFlow();
  useEffect(() => {
    let pointer = { x: window.innerWidth / 2, y: window.innerHeight / 2 };
    const follow = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
    };
    const ours = (event: ClipboardEvent) => !isTyping(event.target) && !inDialog(event.target) && !hasSelectedText();
    const copy = (event: ClipboardEvent) => {
      const text = ours(event) ? selectionText(editor) : null;
      if (text === null) return;
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut') removeSelected(editor);
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!ours(event) || editor.readOnly) return;
      const over = document.elementFromPoint(pointer.x, pointer.y)?.closest('[data-canvas]');
      if (pasteText(editor, text, over ? screenToFlowPosition(pointer) : null) !== null) event.preventDefault();
    };
    window.addEventListener('pointermove', follow, { passive: true });
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('pointermove', follow);
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor, screenToFlowPosition]);
}
