import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../api/trpc.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** A sentence that names another journey by its id, with the name that people know it by. */
export function WithJourneyName({ text }: { readonly text: string }) {
  const { data = [] } = useQuery(useTRPC().journeys.list.queryOptions());
  return text.replace(ID, (id) => data.find((journey) => journey.id === id)?.name ?? id);
}
