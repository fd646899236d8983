import { type Context, createContext, use } from 'react';
import type { Answers } from '../api/trpc.ts';
import { useVirtualNow } from './workspace-clock.ts';

/** Who is logged in, in which role and workspace. */
export type Session = Answers['session']['me'];

/** Holds the session for everything inside the shell. */
export const SessionContext: Context<Session | null> = createContext<Session | null>(null);

/**
 * Who is logged in.
 * @throws Error outside the shell, where nobody is.
 */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === null) throw new Error('useSession is for pages inside the shell.');
  return session;
}

/** The workspace's instant in ms since 1970, for "2 h ago"; renewed every `everyMs` real ms. */
export const useWorkspaceNow = (everyMs = 5_000): number => useVirtualNow(useSession().workspace.clock, everyMs);
