import type { BackTestSide, BackTestTally } from '@tendril/journey/simulator';

/** One line of the comparison. `really` is only known of messages; `live` is null where nothing is live. */
export interface BackTestRow {
  readonly key: string;
  readonly of: { readonly kind: 'entered' | 'handoffs' | 'inside' } | { readonly kind: 'message' | 'outcome'; readonly name: string };
  readonly really: number | null;
  readonly live: number | null;
  readonly draft: number;
}

const keysOf = (...counts: readonly (Readonly<Record<string, number>> | undefined)[]): readonly string[] =>
  [...new Set(counts.flatMap((each) => Object.keys(each ?? {})))].sort();

/** What a back-test says in a table: who came in, what went out, who was handed over, and how it ended. */
export function backTestRows({ draft, live, really }: BackTestTally): readonly BackTestRow[] {
  const plain = (kind: 'entered' | 'handoffs' | 'inside', read: (side: BackTestSide) => number): BackTestRow => ({
    key: kind,
    of: { kind },
    really: null,
    live: live === null ? null : read(live),
    draft: read(draft),
  });
  return [
    plain('entered', ({ entered }) => entered),
    ...keysOf(draft.messages, live?.messages, really).map(
      (name): BackTestRow => ({
        key: `message/${name}`,
        of: { kind: 'message', name },
        really: really[name] ?? 0,
        live: live === null ? null : (live.messages[name] ?? 0),
        draft: draft.messages[name] ?? 0,
      }),
    ),
    plain('handoffs', ({ handoffs }) => handoffs),
    ...keysOf(draft.outcomes, live?.outcomes).map(
      (name): BackTestRow => ({
        key: `outcome/${name}`,
        of: { kind: 'outcome', name },
        really: null,
        live: live === null ? null : (live.outcomes[name] ?? 0),
        draft: draft.outcomes[name] ?? 0,
      }),
    ),
    plain('inside', ({ inside }) => inside),
  ];
}
