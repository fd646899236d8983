/** The fixed vocabulary of a lead, in the order that people read it. */
export const STAGES = ['lead', 'mql', 'sql', 'opportunity', 'customer'] as const;
export const POOLS = ['nurture', 'assignable', 'silent', 'sales', 'customer'] as const;

/** Every grade: a letter for fit, a digit for engagement. */
export const GRADES = ['A', 'B', 'C', 'D'].flatMap((letter) => [1, 2, 3, 4].map((digit) => `${letter}${digit}`));

/** Orders of the list of leads. */
export const SORTS = ['score', 'created', 'seen', 'name'] as const;
export type Sort = (typeof SORTS)[number];
