import type { ReactNode } from 'react';
import { ErrorNotice } from './error-notice.tsx';

/** The part of a TanStack query that deciding what to show needs. */
export interface Loading<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface LoadedProps<Data> {
  readonly query: Loading<Data>;
  /** Keeps the layout while the data are on their way. */
  readonly skeleton: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Shows a query's data, its skeleton or its failure. Data once shown stay while they are fetched again. */
export function Loaded<Data>({ query, skeleton, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error !== null && query.error !== undefined) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return <>{skeleton}</>;
}
