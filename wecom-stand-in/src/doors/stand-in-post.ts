import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { StandIn } from '../stand-in.ts';

/** Why something that a person asked for could not be done; the page has a sentence for each. */
const SENTENCES = {
  'no-such-staff': 'There is no such staff member.',
  'no-such-code': 'There is no such code.',
  'nothing-to-send': 'There is nothing to send: the task is sent, cancelled or unknown.',
  'not-friends': 'The two are not friends.',
  'no-such-button': 'There is no such button any more.',
} as const;

/** Code of a refusal. */
export type Obstacle = keyof typeof SENTENCES;

type Post = <Shape extends z.ZodType>(path: string, shape: Shape, deed: (input: z.output<Shape>) => object | Obstacle) => void;

/** Registers doors below /stand-in/: a body of the given shape is read, the deed done and kept, its answer sent. */
export function posts(app: FastifyInstance, standIn: StandIn): Post {
  return (path, shape, deed) => {
    app.post(`/stand-in/${path}`, async (request, reply) => {
      const parsed = shape.safeParse(request.body ?? {});
      if (!parsed.success) return reply.status(400).send({ error: 'malformed', message: z.prettifyError(parsed.error) });
      const done = deed(parsed.data);
      await standIn.store.saved();
      return typeof done === 'string' ? reply.status(404).send({ error: done, message: SENTENCES[done] }) : reply.send(done);
    });
  };
}
