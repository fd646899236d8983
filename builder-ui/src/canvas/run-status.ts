/** Which leads the list shows: inside, of these those who wait or are held; those whose run failed; those who went through a step. */
export const RUN_STATUSES = ['running', 'waiting', 'held', 'failed', 'through'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
