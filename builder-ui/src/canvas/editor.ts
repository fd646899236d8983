import type { JourneyDocument } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { type Context, createContext, use } from 'react';
import { useStore } from 'zustand';
import type { Change, DocumentStore } from '../document/document-store.ts';
import type { NewId } from '../document/new-node.ts';
import type { LiveStore } from './live-store.ts';
import type { ViewState, ViewStore } from './view-store.ts';

/** One open journey: the drawing, how it is looked at, and what may be done with it. */
export interface Editor {
  readonly journeyId: string;
  readonly types: NodeTypes;
  readonly documents: DocumentStore;
  readonly view: ViewStore;
  readonly live: LiveStore;
  readonly newId: NewId;
  /** True for people who may only look, and while an old version is shown. */
  readonly readOnly: boolean;
}

/** Holds the editor for everything on the canvas page. */
export const EditorContext: Context<Editor | null> = createContext<Editor | null>(null);

/**
 * The open journey.
 * @throws Error outside the canvas page.
 */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('useEditor is for parts of the canvas page.');
  return editor;
}

/** A part of the drawing; the caller renders again only when that part changes. */
export const useDocument = <Part>(select: (document: JourneyDocument) => Part): Part =>
  useStore(useEditor().documents.state, (state) => select(state.document));

/** A part of the view; the caller renders again only when that part changes. */
export const useView = <Part>(select: (view: ViewState) => Part): Part => useStore(useEditor().view, select);

/** The drawing as it is now, for gestures. */
export const currentDocument = (editor: Editor): JourneyDocument => editor.documents.state.getState().document;

/** Makes a named edit, unless the journey may only be looked at. */
export function edit(editor: Editor, change: Omit<Change, 'at'>, how: (document: JourneyDocument) => JourneyDocument): void {
  if (!editor.readOnly) editor.documents.apply(change, how);
}
