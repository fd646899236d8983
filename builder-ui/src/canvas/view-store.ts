import type { NodeId, PortId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { applyEdgeChanges, applyNodeChanges, type EdgeChange, type NodeChange } from '@xyflow/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DocumentStore } from '../document/document-store.ts';
import type { PortAddress } from '../document/ports-of.ts';
import { prefersHand } from './canvas-habits.ts';
import { type CanvasEdge, type CanvasNode, carryOver, documentToFlow, fitFrames } from './document-to-flow.ts';

/** Where a step may be put. Points are canvas pixels. */
export type Place =
  | { readonly at: 'edge'; readonly from: NodeId; readonly port: PortId }
  | { readonly at: 'port'; readonly node: NodeId; readonly port: PortId }
  | { readonly at: 'point'; readonly x: number; readonly y: number; readonly from?: PortAddress }
  | { readonly at: 'replace'; readonly node: NodeId };

/** Screen pixels, for things that open beside the pointer. */
export interface ScreenPoint {
  readonly left: number;
  readonly top: number;
}

/** What a person is in the middle of. */
export type Gesture =
  | { readonly at: 'idle' }
  /** The palette is open beside a place. */
  | { readonly at: 'choosing'; readonly place: Place; readonly screen: ScreenPoint }
  /** A step type is on its way from the palette. `over` is where it would go. */
  | { readonly at: 'placing'; readonly kind: string; readonly screen: ScreenPoint; readonly over: Place | null }
  /** The name of a step, or the title of a group, is being typed. */
  | { readonly at: 'renaming'; readonly node: NodeId }
  /** Steps with several ways on are to go: which way stays? */
  | { readonly at: 'asking-branch'; readonly ids: readonly NodeId[]; readonly split: NodeId }
  /** The menu under the right button, or a long press. */
  | { readonly at: 'menu'; readonly on: MenuTarget; readonly screen: ScreenPoint };

/** What a menu is of: a step or note, a connection, a group, several chosen items, or the empty canvas. */
export type MenuTarget =
  | { readonly of: 'item'; readonly id: string }
  | { readonly of: 'edge'; readonly id: string }
  | { readonly of: 'group'; readonly id: string }
  | { readonly of: 'selection' }
  | { readonly of: 'canvas' };

/** The part of the journey's history that the numbers are about; null is all of it. */
export type Period = 'day' | 'week' | 'month' | 'version';

/** What stands in the right panel besides the inspector, and over the canvas. */
export type Panel = 'inspector' | 'problems' | 'versions' | 'settings' | 'comments';

/** How the canvas is looked at; nothing of it is saved with the drawing. */
export interface ViewState {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  /** Ids of chosen steps and notes, in the order of the drawing. */
  readonly selected: readonly string[];
  readonly selectedEdges: readonly string[];
  readonly gesture: Gesture;
  readonly hoveredEdge: string | null;
  readonly panel: Panel;
  readonly showCounts: boolean;
  /** Days since the lead came in, beside the drawing. */
  readonly ruler: boolean;
  /** True for people who would rather move the canvas by dragging it than choose. */
  readonly hand: boolean;
  readonly period: Period | null;
  readonly outline: boolean;
  readonly timeMachine: boolean;
  /** The version that is read beside the draft. */
  readonly beside: number | null;
  /** A dialog of the page; keys of the canvas rest while one is open. */
  readonly dialog: 'extract' | 'map-names' | 'publish' | 'resume' | 'keys' | 'find' | 'commands' | 'lead-search' | null;
}

/** The view of one open journey. */
export interface ViewStore extends StoreApi<ViewState> {
  onNodesChange(changes: readonly NodeChange<CanvasNode>[]): void;
  onEdgesChange(changes: readonly EdgeChange<CanvasEdge>[]): void;
  /** Chooses exactly these steps and notes. */
  select(ids: readonly string[]): void;
  setGesture(gesture: Gesture): void;
  /** Stops following the drawing. */
  dispose(): void;
}

/** Ids of what is chosen. A frame is no item of its own: it is chosen by what is inside. */
const chosen = (items: readonly (CanvasNode | CanvasEdge)[], before: readonly string[]): readonly string[] => {
  const now = items.filter((item) => item.selected && item.type !== 'frame').map((item) => item.id);
  return now.length === before.length && now.every((id, index) => id === before[index]) ? before : now;
};

/** Makes the view of a drawing; it follows every edit. */
export function createViewStore(documents: DocumentStore, types: NodeTypes): ViewStore {
  const store = createStore<ViewState>()(() => ({
    ...documentToFlow(documents.state.getState().document, types),
    selected: [],
    selectedEdges: [],
    gesture: { at: 'idle' },
    hoveredEdge: null,
    panel: 'inspector',
    showCounts: true,
    ruler: false,
    hand: prefersHand(),
    period: null,
    outline: false,
    timeMachine: false,
    beside: null,
    dialog: null,
  }));
  const setNodes = (nodes: readonly CanvasNode[]) => store.setState((state) => ({ nodes, selected: chosen(nodes, state.selected) }));
  const dispose = documents.state.subscribe((state, previous) => {
    if (state.document === previous.document) return;
    const { nodes, edges } = carryOver(store.getState(), documentToFlow(state.document, types));
    store.setState((view) => ({ nodes, edges, selected: chosen(nodes, view.selected), selectedEdges: chosen(edges, view.selectedEdges) }));
  });
  return {
    ...store,
    onNodesChange: (changes) => {
      const nodes = applyNodeChanges([...changes], [...store.getState().nodes]);
      setNodes(changes.some(({ type }) => type === 'position') ? fitFrames(nodes) : nodes);
    },
    onEdgesChange: (changes) =>
      store.setState((state) => {
        const edges = applyEdgeChanges([...changes], [...state.edges]);
        return { edges, selectedEdges: chosen(edges, state.selectedEdges) };
      }),
    select: (ids) => {
      const wanted = new Set(ids);
      const mark = <Item extends { readonly id: string; readonly selected?: boolean }>(item: Item): Item =>
        (item.selected ?? false) === wanted.has(item.id) ? item : { ...item, selected: wanted.has(item.id) };
      store.setState((state) => {
        const nodes = state.nodes.map(mark);
        const edges = state.edges.map(mark);
        return { nodes, edges, selected: chosen(nodes, state.selected), selectedEdges: chosen(edges, state.selectedEdges) };
      });
    },
    setGesture: (gesture) => store.setState({ gesture }),
    dispose,
  };
}
