import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useCallback } from 'react';

/** A text kept in the address, so that a filter survives a reload and can be shared. */
export function useSearchText(key: string): readonly [string | undefined, (value: string | undefined) => void] {
  const value = useRouterState({ select: (state) => (state.location.search as Readonly<Record<string, unknown>>)[key] });
  const navigate = useNavigate();
  const set = useCallback(
    (next: string | undefined) => {
      void navigate({ to: '.', search: (before: Record<string, unknown>) => ({ ...before, [key]: next === '' ? undefined : next }), replace: true });
    },
    [navigate, key],
  );
  // A search such as `7` is read from the address as a number.
  return [value === undefined || value === null ? undefined : String(value), set];
}
