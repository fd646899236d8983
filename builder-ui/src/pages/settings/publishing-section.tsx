import { Switch } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../api/trpc.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { SkeletonLines } from '../../ui/skeleton-lines.tsx';
import { useToasts } from '../../ui/toasts.tsx';
import { SectionHead } from './section-head.tsx';

/** Whether a journey goes live by one person's word, or needs a second one. */
export function PublishingSection() {
  const { t } = useTranslation('publishing');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToasts();
  const query = useQuery(trpc.publishing.approval.queryOptions());
  const set = useMutation(
    trpc.publishing.setApproval.mutationOptions({
      onError: toasts.failed,
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.publishing.approval.queryKey() });
        toasts.done(t('approval.saved'));
      },
    }),
  );
  return (
    <>
      <SectionHead note={t('approval.note')} />
      <Loaded query={query} skeleton={<SkeletonLines count={1} />}>
        {({ needed }) => (
          <Switch
            label={t('approval.needed')}
            description={t('approval.help')}
            checked={set.isPending ? set.variables.needed : needed}
            disabled={set.isPending}
            onChange={(event) => set.mutate({ needed: event.currentTarget.checked })}
          />
        )}
      </Loaded>
    </>
  );
}
