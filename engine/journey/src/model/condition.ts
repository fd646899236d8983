import type { Json } from './json.ts';

/** What a leaf of a condition looks at. */
export type Subject =
  | { readonly of: 'attribute'; readonly field: string }
  | { readonly of: 'company'; readonly field: string }
  | { readonly of: 'tag'; readonly tag: string }
  | { readonly of: 'score'; readonly dimension: 'fit' | 'interest' | 'behaviour' | 'stage' | 'total' }
  | { readonly of: 'grade' }
  | { readonly of: 'intent' }
  | { readonly of: 'consent'; readonly channel: string; readonly topic: string }
  | { readonly of: 'stage' }
  | { readonly of: 'pool' }
  | { readonly of: 'owner' }
  /** How often, first or last time an event happened; `withinDays` limits the window back from now. */
  | {
      readonly of: 'events';
      readonly name: string;
      readonly measure: 'count' | 'first' | 'last';
      readonly withinDays?: number;
      readonly where?: readonly PropertyTest[];
    }
  | { readonly of: 'outcome'; readonly node: string };

/** How a leaf compares. Each operator is allowed for certain types only; the schema says which. */
export type Operator =
  | 'is'
  | 'is-not'
  | 'in'
  | 'not-in'
  | 'contains'
  | 'not-contains'
  | 'starts-with'
  | 'ends-with'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'before'
  | 'after'
  | 'within-days'
  | 'not-within-days'
  | 'known'
  | 'unknown';

/** A test of one event property, named by a dotted path. */
export interface PropertyTest {
  readonly property: string;
  readonly operator: Operator;
  readonly value?: Json;
}

/** A typed expression over a lead. Truth has three values: a leaf on an unknown value is unknown, not false. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly test: Subject; readonly operator: Operator; readonly value?: Json };

/** True, false, or not to be known from what is known of the lead. */
export type Truth = boolean | 'unknown';

/** Why a condition came out as it did: the tree again, with each leaf's truth and the value seen. */
export interface Explanation {
  readonly condition: Condition;
  readonly truth: Truth;
  readonly seen?: Json;
  readonly parts?: readonly Explanation[];
}
