import type { Answers } from '../../api/trpc.ts';

export type Member = Answers['settings']['members'][number];
export type IntakeKey = Answers['settings']['intakeKeys'][number];
export type Channel = Answers['settings']['channels'][number];
export type ScoreRule = Answers['settings']['scoreRules'][number];
export type SendingView = Answers['sending']['rules'];
export type Role = Member['role'];

/** Roles in the order of what they may do. */
export const ROLES = ['marketer', 'sdr', 'manager', 'admin'] as const;
