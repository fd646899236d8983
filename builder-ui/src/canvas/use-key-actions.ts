import { useReactFlow } from '@xyflow/react';
import { nudge, toggleDisabled } from './actions/arrange.ts';
import { duplicateSelected } from './actions/clipboard.ts';
import { groupOfChosen, groupSelected, ungroupSelected } from './actions/group.ts';
import { goToProblem, mend, nextMend } from './actions/mend.ts';
import { type Direction, selectNeighbour, selectStream } from './actions/neighbours.ts';
import { placeAfter } from './actions/place-step.ts';
import { removeSelected } from './actions/remove.ts';
import { keepHand } from './canvas-habits.ts';
import { currentDocument, type Editor } from './editor.ts';
import { focusCanvas } from './focus-canvas.ts';
import type { KeyAction } from './key-map.ts';
import { focusPlus } from './plus-button.tsx';
import { moveFocusToRegion } from './regions.ts';
import { useAddNote } from './use-add-note.ts';
import { useTidy } from './use-tidy.ts';

const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };
const NUDGE_PX = 10;

const directionOf = (event?: Pick<KeyboardEvent, 'key'>): Direction => DIRECTIONS[event?.key ?? ''] ?? 'down';

/** What each key does. Those that depend on which key was pressed are told the event. */
export type KeyActions = Readonly<Record<KeyAction, (event?: Pick<KeyboardEvent, 'key' | 'shiftKey'>) => void>>;

/** What the keys of the canvas do; the list of all commands does the same. `save` saves the draft at once. */

export function useKeyActions(editor: Editor, save: () => void): KeyActions {
  const flow = useReactFlow();
  const tidy = useTidy();
  const addNote = useAddNote();
  const { view, documents } = editor;
  const show = (ids: readonly string[]) => {
    if (ids.length > 0) void flow.fitView({ nodes: ids.map((id) => ({ id })), padding: 0.6, maxZoom: Math.max(0.8, flow.getZoom()), duration: 150 });
  };
  const chosen = () => view.getState().selected;
  const choose = (event?: Pick<KeyboardEvent, 'key'>) => {
    const step = selectNeighbour(editor, directionOf(event));
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
    selectAll: () => view.select([...currentDocument(editor).nodes, ...(currentDocument(editor).notes ?? [])].map(({ id }) => id)),
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
      const id = groupOfChosen(editor)?.id ?? chosen()[0];
      if (id !== undefined && !editor.readOnly) view.setGesture({ at: 'renaming', node: id });
    },
    disable: () => toggleDisabled(editor),
    neighbour: choose,
    stream: (event) => selectStream(editor, ['up', 'left'].includes(directionOf(event)) ? 'up' : 'down'),
    nudge: (event) => {
      const by = { up: { x: 0, y: -NUDGE_PX }, down: { x: 0, y: NUDGE_PX }, left: { x: -NUDGE_PX, y: 0 }, right: { x: NUDGE_PX, y: 0 } };
      nudge(editor, by[directionOf(event)]);
    },
    find: () => view.setState({ dialog: 'find' }),
    commands: () => view.setState({ dialog: 'commands' }),
    tidy,
    group: () => groupSelected(editor),
    ungroup: () => ungroupSelected(editor),
    extract: () => {
      if (!editor.readOnly) view.setState({ dialog: 'extract' });
    },
    plus: () => focusPlus(chosen().at(-1)),
    ruler: () => view.setState((state) => ({ ruler: !state.ruler })),
    hand: () => {
      keepHand(!view.getState().hand);
      view.setState((state) => ({ hand: !state.hand }));
    },
    note: addNote,
    zoomFull: () => void flow.zoomTo(1, { duration: 150 }),
    zoomFit: () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: 150 }),
    zoomSelection: () => show(chosen()),
    zoomIn: () => void flow.zoomIn({ duration: 100 }),
    zoomOut: () => void flow.zoomOut({ duration: 100 }),
    save,
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
    regions: (event) => moveFocusToRegion(event?.shiftKey ? -1 : 1),
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
