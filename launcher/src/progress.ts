import { Listr } from 'listr2';

/** Tells the user in a few words what a step is doing right now. */
export type Say = (progress: string) => void;

/** Steps that run side by side and are shown while they run. A step that needs another's result awaits it. */
export interface Progress {
  /**
   * Adds a step; it begins with `show`.
   * @returns what the step's work comes to
   */
  step<Result>(title: string, work: (say: Say) => Promise<Result>): Promise<Result>;
  /**
   * Runs all steps and shows each as it goes: a live list in a terminal, plain lines elsewhere.
   * @throws what the first failing step throws
   */
  show(): Promise<void>;
}

/** A terminal with fewer columns, as some build machines pretend to have, cannot show a live list. */
const NARROW = 40;

/** A step as the list shows it. */
interface Shown {
  output: string;
}

/** @param options.quiet shows nothing, for runs inside tests */
export function createProgress(options: { readonly quiet: boolean }): Progress {
  const tasks: { readonly title: string; readonly task: (context: unknown, task: Shown) => Promise<void> }[] = [];
  let failure: { readonly error: unknown } | undefined;
  return {
    step: <Result>(title: string, work: (say: Say) => Promise<Result>): Promise<Result> => {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      // The list reports a failure; a step that nobody waits for must not report it again as unhandled.
      promise.catch(() => undefined);
      const say =
        (task: Shown): Say =>
        (progress) => {
          task.output = progress;
        };
      tasks.push({
        title,
        task: async (_, task) => {
          work(say(task)).then(resolve, reject);
          await promise.catch(async (error: unknown) => {
            // Steps that fail only because the first one did have nothing to tell.
            if (failure !== undefined) await forever();
            failure = { error };
            throw new Error('see below');
          });
        },
      });
      return promise;
    },
    show: async () => {
      const list = new Listr(tasks, {
        concurrent: true,
        renderer: options.quiet ? 'silent' : 'default',
        fallbackRenderer: options.quiet ? 'silent' : 'simple',
        fallbackRendererCondition: () => process.stdout.isTTY !== true || process.stdout.columns < NARROW,
        rendererOptions: { showErrorMessage: false, collapseErrors: true },
        // Ctrl+C is handled by the launcher, which ends what has started so far.
        registerSignalListeners: false,
      });
      await list.run().catch((error: unknown) => {
        throw failure === undefined ? error : failure.error;
      });
    },
  };
}

const forever = (): Promise<never> => new Promise(() => undefined);
