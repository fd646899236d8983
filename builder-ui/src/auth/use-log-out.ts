import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { createAuth } from './auth-client.ts';

/** Ends the session here and forgets all that was read in it. */
export function useLogOut(): () => void {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useCallback(() => {
    void createAuth(window.location.origin)
      .signOut()
      .then(async () => {
        await navigate({ to: '/login' });
        queryClient.clear();
      });
  }, [queryClient, navigate]);
}
