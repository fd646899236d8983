/** How close together clicks on one mail count as at once, and how long a click waits to be judged, in real ms. */
export const CLICK_WINDOW_MS = 2_000;

/** Clicks that wait to be judged, because a scanner gives itself away only by its next clicks. */
export interface ClickWindow {
  /** Notes a click on a link of a mail; `judge` is called at the end of the window with the number of links followed. */
  add(click: { readonly mail: string; readonly url: string; readonly judge: (linksAtOnce: number) => Promise<void> }): void;
  /** Judges all waiting clicks at once, for the end of the process. */
  flush(): Promise<void>;
}

interface Waiting {
  readonly urls: Set<string>;
  readonly judges: ((linksAtOnce: number) => Promise<void>)[];
  timer: NodeJS.Timeout;
}

/** Holds clicks for one window. `windowMs` is shorter in tests only. */
export function createClickWindow(windowMs: number = CLICK_WINDOW_MS): ClickWindow {
  const waiting = new Map<string, Waiting>();
  const running = new Set<Promise<unknown>>();

  const judgeAll = (mail: string): void => {
    const group = waiting.get(mail);
    if (group === undefined) return;
    waiting.delete(mail);
    clearTimeout(group.timer);
    const judging = Promise.allSettled(group.judges.map((judge) => judge(group.urls.size))).finally(() => running.delete(judging));
    running.add(judging);
  };

  return {
    add: ({ mail, url, judge }) => {
      const group = waiting.get(mail) ?? { urls: new Set<string>(), judges: [], timer: setTimeout(() => judgeAll(mail), windowMs) };
      group.urls.add(url);
      group.judges.push(judge);
      waiting.set(mail, group);
    },
    flush: async () => {
      for (const mail of [...waiting.keys()]) judgeAll(mail);
      await Promise.allSettled(running);
    },
  };
}
