import { z } from 'zod';

const node = z.string().max(200);

const moveChoice = z.discriminatedUnion('do', [
  z.object({ do: z.literal('finish') }),
  z.object({ do: z.literal('now'), wait: z.enum(['recompute', 'keep']) }),
  z.object({ do: z.literal('next') }),
  z.object({ do: z.literal('go-on'), at: node }),
  z.object({ do: z.literal('leave') }),
]);

const points = z.number().min(0).max(100).nullable();

/** What a marketer chooses when publishing; whoever says nothing publishes for all, and leads inside stay. */
export const publishChoices = z.object({
  note: z.string().max(2000),
  enrolMatching: z.boolean(),
  plan: z.object({ steps: z.record(node, moveChoice), rest: moveChoice }).default({ steps: {}, rest: { do: 'finish' } }),
  canary: z
    .object({
      percent: z.int().min(1).max(99),
      limits: z.object({ leastLeads: z.int().min(1).max(100_000), failurePoints: points, unsubscribePoints: points, goalPoints: points }),
    })
    .nullable()
    .default(null),
});
