import '@xyflow/react/dist/style.css';
import { useMediaQuery } from '@mantine/hooks';
import {
  Background,
  BackgroundVariant,
  type Connection,
  ConnectionLineType,
  type EdgeTypes,
  type FinalConnectionState,
  MiniMap,
  type NodeTypes,
  ReactFlow,
  SelectionMode,
  useStore as useFlowStore,
  useReactFlow,
} from '@xyflow/react';
import { type MouseEvent as ReactMouseEvent, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { connect, mayConnect } from '../document/commands/connect.ts';
import type { PortAddress } from '../document/ports-of.ts';
import { openPortsOf } from '../document/ports-of.ts';
import { findNode } from '../document/walk.ts';
import { PlacePins } from '../together/comments/comment-badge.tsx';
import { moveTo } from './actions/arrange.ts';
import { selectGroup } from './actions/group.ts';
import type { CanvasEdge, CanvasNode } from './document-to-flow.ts';
import { currentDocument, type Editor, edit, useEditor, useView } from './editor.ts';
import css from './flow-canvas.module.css';
import { GroupFrame } from './group-frame.tsx';
import { LostSteps } from './lost-steps.tsx';
import { NoteFace } from './note-face.tsx';
import { OpenEndFace } from './open-end-face.tsx';
import { openingView } from './opening-view.ts';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { StepFace } from './step-face.tsx';
import { TimeRuler } from './time-ruler.tsx';
import { useLongPress } from './use-long-press.ts';
import type { MenuTarget, ViewState } from './view-store.ts';
import { WayEdge } from './way-edge.tsx';

const NODE_TYPES: NodeTypes = { step: StepFace, 'open-end': OpenEndFace, note: NoteFace, frame: GroupFrame } as NodeTypes;
const EDGE_TYPES: EdgeTypes = { way: WayEdge } as EdgeTypes;

/** From so many steps on only what is visible is drawn. */
const CULL_FROM = 100;

/** Size of the map in pixels; React Flow measures by it. */
const MINIMAP = { width: 140, height: 100 };

/** With a mouse the left button chooses, so that the middle one (or space) pans; a finger pans. */
const MIDDLE_BUTTON = [1];
const LEFT_AND_MIDDLE = [0, 1];

/** Below this zoom a sentence cannot be read. */
const FAR = 0.4;

/** The way out that a drag began at: an open end's own, else the step's first open one, else its only one. */
function portOfDrag(editor: Editor, source: string, handle: string | null): PortAddress | null {
  const end = editor.view.getState().nodes.find((node) => node.id === source && node.type === 'open-end');
  if (end?.type === 'open-end') return { node: end.data.of, port: end.data.port.id };
  const node = findNode(currentDocument(editor), source);
  if (node === undefined || handle === null) return null;
  const open = openPortsOf(currentDocument(editor), node, editor.types)[0];
  return { node: source, port: open?.id ?? handle };
}

const pointOf = (event: MouseEvent | TouchEvent) => ('clientX' in event ? event : (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }));

function useConnecting() {
  const editor = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const onConnect = useCallback(
    ({ source, sourceHandle, target }: Connection) => {
      const from = portOfDrag(editor, source, sourceHandle);
      if (from !== null) edit(editor, { name: 'connect' }, (document) => connect(document, from, target, editor.types));
    },
    [editor],
  );
  const onReconnect = useCallback(
    (old: CanvasEdge, { target }: Connection) => {
      const { edge } = old.data ?? {};
      if (edge) edit(editor, { name: 'connect' }, (document) => connect(document, { node: edge.from, port: edge.port }, target, editor.types));
    },
    [editor],
  );
  const isValidConnection = useCallback(
    ({ source, sourceHandle, target }: Connection | CanvasEdge) => {
      const from = portOfDrag(editor, source, sourceHandle ?? null);
      return from !== null && mayConnect(currentDocument(editor), from, target, editor.types);
    },
    [editor],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      if (editor.readOnly || state.toNode !== null || state.fromNode === null || state.fromHandle?.type !== 'source') return;
      const from = portOfDrag(editor, state.fromNode.id, state.fromHandle.id ?? null);
      const { clientX: x, clientY: y } = pointOf(event);
      const over = document.elementsFromPoint(x, y).some((element) => element.classList.contains('react-flow__pane'));
      if (from === null || !over) return;
      editor.view.setGesture({ at: 'choosing', place: { at: 'point', ...screenToFlowPosition({ x, y }), from }, screen: { left: x, top: y } });
    },
    [editor, screenToFlowPosition],
  );
  return { onConnect, onReconnect, isValidConnection, onConnectEnd };
}

/** Chooses what a menu is opened on; on one of several chosen items it is the menu of all of them. */
function chosenBy(editor: Editor, on: MenuTarget): MenuTarget {
  const { selected } = editor.view.getState();
  if (on.of === 'group') selectGroup(editor, on.id);
  if (on.of !== 'item') return on;
  if (selected.length > 1 && selected.includes(on.id)) return { of: 'selection' };
  editor.view.select([on.id]);
  return on;
}

function useMenus() {
  const editor = useEditor();
  return useCallback(
    (event: ReactMouseEvent | MouseEvent, on: MenuTarget) => {
      event.preventDefault();
      editor.view.setGesture({ at: 'menu', on: chosenBy(editor, on), screen: { left: event.clientX, top: event.clientY } });
    },
    [editor],
  );
}

/** What the keyboard is at: the last chosen item, or the collapsed group that hides it. */
function activeItem({ selected, nodes }: ViewState): string | undefined {
  const id = selected.at(-1);
  if (id === undefined || nodes.find((node) => node.id === id)?.hidden !== true) return id;
  return nodes.find((node) => node.type === 'frame' && node.data.group.members.includes(id))?.id;
}

/** Opens the drawing readably: whole where it fits, else from its beginning. */
function useBeginning() {
  const editor = useEditor();
  const flow = useReactFlow();
  return useCallback(() => {
    const box = document.querySelector('[data-canvas]')?.getBoundingClientRect();
    if (box) void flow.setViewport(openingView(currentDocument(editor), { width: box.width, height: box.height }));
  }, [editor, flow]);
}

/**
 * The drawing itself. Wheel pans, mod+wheel zooms, left-drag on empty chooses (or pans, for those who like it so, and
 * Shift chooses), middle button or space pans, one finger pans, two zoom, a long press is the right button.
 */
export function FlowCanvas() {
  const { t } = useTranslation('canvas');
  const editor = useEditor();
  const nodes = useView((view) => view.nodes);
  const edges = useView((view) => view.edges);
  const active = useView(activeItem);
  const far = useFlowStore((store) => store.transform[2] < FAR);
  const connecting = useConnecting();
  const openMenu = useMenus();
  const showBeginning = useBeginning();
  const { readOnly } = editor;
  const hand = useView((view) => view.hand);
  const longPress = useLongPress();
  const finger = useMediaQuery('(pointer: coarse)') ?? false;
  return (
    <div
      ref={longPress}
      className={css['canvas']}
      data-hand={hand}
      data-canvas
      data-far={far}
      role="application"
      aria-label={t('canvas.label')}
      aria-roledescription={t('canvas.role')}
      aria-activedescendant={active === undefined ? undefined : `step-${active}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas is worked by keys of its own, listed under "?"
      tabIndex={0}
    >
      <ReactFlow<CanvasNode, CanvasEdge>
        nodes={nodes as CanvasNode[]}
        edges={edges as CanvasEdge[]}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={editor.view.onNodesChange}
        onEdgesChange={editor.view.onEdgesChange}
        {...connecting}
        onNodeDragStop={(_event, _node, dragged) => moveTo(editor, new Map(dragged.map((node) => [node.id, node.position] as const)))}
        onSelectionDragStop={(_event, dragged) => moveTo(editor, new Map(dragged.map((node) => [node.id, node.position] as const)))}
        onNodeDoubleClick={(_event, node) => {
          if (node.type === 'step' && !readOnly) editor.view.setGesture({ at: 'renaming', node: node.id });
        }}
        onEdgeMouseEnter={(_event, edge) => editor.view.setState({ hoveredEdge: edge.id })}
        onEdgeMouseLeave={() => editor.view.setState({ hoveredEdge: null })}
        onNodeContextMenu={(event, node) => {
          if (node.type === 'frame') openMenu(event, { of: 'group', id: node.id });
          else if (node.type !== 'open-end') openMenu(event, { of: 'item', id: node.id });
        }}
        onEdgeContextMenu={(event, edge) => openMenu(event, { of: 'edge', id: edge.id })}
        onSelectionContextMenu={(event) => openMenu(event, { of: 'selection' })}
        onPaneContextMenu={(event) => openMenu(event, { of: 'canvas' })}
        connectionLineType={ConnectionLineType.SmoothStep}
        connectionRadius={60}
        connectOnClick={false}
        connectionDragThreshold={4}
        deleteKeyCode={null}
        selectionKeyCode={hand ? 'Shift' : null}
        multiSelectionKeyCode={['Shift', 'Meta', 'Control']}
        panOnScroll
        selectionOnDrag={!finger && !hand}
        panOnDrag={finger || hand ? LEFT_AND_MIDDLE : MIDDLE_BUTTON}
        panActivationKeyCode="Space"
        selectionMode={SelectionMode.Partial}
        nodeDragThreshold={3}
        zoomOnDoubleClick={false}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        onlyRenderVisibleElements={nodes.length >= CULL_FROM}
        minZoom={0.1}
        maxZoom={2}
        onInit={showBeginning}
        proOptions={{ hideAttribution: true }}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--line-strong)" bgColor="var(--bg)" />
        <SelectionToolbar />
        <TimeRuler />
        <LostSteps />
        <PlacePins />
        <MiniMap<CanvasNode>
          pannable
          zoomable
          ariaLabel={t('canvas.minimap')}
          className={css['minimap'] ?? ''}
          style={MINIMAP}
          bgColor="var(--panel)"
          maskColor="color-mix(in srgb, var(--bg) 70%, transparent)"
          nodeColor={(node) => (node.type === 'step' ? `var(--${node.data.family})` : 'transparent')}
          nodeBorderRadius={16}
        />
      </ReactFlow>
    </div>
  );
}
