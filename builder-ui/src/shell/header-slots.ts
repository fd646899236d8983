import { createContext, use } from 'react';

/** Places in the header that the open page fills. */
export interface HeaderSlots {
  readonly title: HTMLElement | null;
  readonly actions: HTMLElement | null;
}

export const HeaderSlotsContext = createContext<HeaderSlots>({ title: null, actions: null });

/** Where the open page's title and buttons go. */
export const useHeaderSlots = (): HeaderSlots => use(HeaderSlotsContext);
