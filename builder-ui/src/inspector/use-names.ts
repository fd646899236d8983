import { useQuery } from '@tanstack/react-query';
import { type Answers, useTRPC } from '../api/trpc.ts';

/** What exists in the workspace, for pickers and reference checks. */
export type Names = Answers['journeys']['names'];

const NONE: Names = { templates: [], fields: [], people: [], members: [], tags: [], segments: [], pools: [], topics: [], events: [] };

/** Names of the workspace; undefined until they are read. */
export const useKnownNames = (): Names | undefined =>
  useQuery(useTRPC().journeys.names.queryOptions(undefined, { staleTime: 30_000, refetchOnWindowFocus: 'always' })).data;

/** Names of the workspace; empty lists until they are read. */
export const useNames = (): Names => useKnownNames() ?? NONE;
