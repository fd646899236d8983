const DAY = 86_400;

/** Speeds that a demo can run at, as the real seconds a day takes: real time, an hour, a minute, ten seconds, two. */
export const DAY_LENGTHS = [DAY, 3_600, 60, 10, 2] as const;

/** How much faster than real time the workspace lives if one of its days takes this many real seconds. */
export const factorOf = (secondsPerDay: number): number => DAY / secondsPerDay;
