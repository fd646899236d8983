import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';

const answer = z.array(z.object({ email: z.string(), role: z.enum(['marketer', 'sdr', 'manager', 'admin']) }));

/** An account of the demo workspace that anybody at this machine may use. */
export type DemoAccount = z.output<typeof answer>[number];

/** The demo's accounts, read from `GET /api/demo-accounts`; empty where there is no demo workspace. */
export function useDemoAccounts(): readonly DemoAccount[] {
  const query = useQuery({
    queryKey: ['demo-accounts'],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const response = await fetch('/api/demo-accounts', { headers: { accept: 'application/json' } });
      if (!response.ok || !response.headers.get('content-type')?.includes('json')) return [];
      return answer.parse(await response.json());
    },
  });
  return query.data ?? [];
}
