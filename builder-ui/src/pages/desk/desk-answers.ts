import type { Answers } from '../../api/trpc.ts';

export type Handoff = Answers['desk']['get'];
export type InboxRow = Answers['desk']['inbox']['rows'][number];
export type Disposition = Answers['desk']['dispositions'][number];
export type Bant = Handoff['bant'];

/** The lists of the inbox, in their order. */
export const TABS = ['open', 'mine', 'overdue', 'closed'] as const;
export type Tab = (typeof TABS)[number];

/** Reads a tab from the address; anything unknown is the first. */
export const toTab = (text: string | undefined): Tab => TABS.find((tab) => tab === text) ?? 'open';
