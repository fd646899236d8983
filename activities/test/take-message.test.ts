import type { MessageClaim } from '@tendril/runtime';
import { expect, test } from 'vitest';
import type { EffectParts } from '../src/effect-parts.ts';
import { takeMessage } from '../src/take-message.ts';

/** Parts whose ledger gives these answers one after the other. */
const answering = (...claims: readonly MessageClaim[]): EffectParts => {
  const left = [...claims];
  return { runtime: { claimMessage: async () => left.shift() } } as unknown as EffectParts;
};

const held: MessageClaim = { state: 'held' };
const notYet = (waitMs: number): MessageClaim => ({ state: 'not-yet', waitMs, destination: 'mail:cn001.example' });

test('a turn that is near is waited for', async () => {
  expect(await takeMessage(answering(notYet(5), notYet(2), held), { runId: 'run', step: 0 })).toEqual(held);
});

test('a turn further away gives the place on the queue to others, and the attempt comes back when it is due', async () => {
  const attempt = takeMessage(answering(notYet(90_000)), { runId: 'run', step: 0 });
  await expect(attempt).rejects.toMatchObject({ type: 'destination.busy', nonRetryable: false, nextRetryDelay: 90_000 });
});
