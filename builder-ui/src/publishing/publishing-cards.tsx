import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/trpc.ts';
import { useEditor } from '../canvas/editor.ts';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PublicationCard } from './publication-card.tsx';
import { TrialCard } from './trial-card.tsx';
import { usePublishing } from './use-publishing.ts';

/** Above the versions: what is on its way to being one that all leads come in by. Nothing if nothing is. */
export function PublishingCards() {
  const { journeyId } = useEditor();
  const { data: journey } = useQuery(useTRPC().journeys.get.queryOptions({ id: journeyId }));
  const { data: state, error, refetch } = usePublishing(journeyId);
  if (error && state === undefined) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {state?.trial && <TrialCard trial={state.trial} />}
      {state?.publication && journey && <PublicationCard journey={journey} publication={state.publication} />}
    </>
  );
}
