import type { Answers } from '../../api/trpc.ts';

export type LeadDetail = Answers['leads']['get'];
export type LeadRow = Answers['leads']['list']['rows'][number];
export type TimelineRow = Answers['leads']['timeline']['rows'][number];
export type LeadScore = LeadDetail['scoreView'];
export type LeadRun = LeadDetail['runs'][number];
