import type { NodeId, PortId } from './document.ts';
import type { JsonObject } from './json.ts';
import type { Sentence } from './text.ts';

/** One remark of the compiler. Its sentence is in the catalogue under `code`, in every language. */
export interface Diagnostic extends Sentence {
  readonly severity: 'error' | 'warning' | 'note';
  readonly node?: NodeId;
  readonly port?: PortId;
  /** Path of the config field, such as `config.topic`. */
  readonly field?: string;
  readonly fix?: QuickFix;
}

/** A mend the canvas can apply by one key. */
export type QuickFix =
  | { readonly do: 'set-config'; readonly node: NodeId; readonly config: JsonObject }
  | { readonly do: 'connect'; readonly node: NodeId; readonly port: PortId; readonly to: NodeId }
  | { readonly do: 'add-exit'; readonly node: NodeId; readonly port: PortId }
  /** Removes what is connected to a port. */
  | { readonly do: 'disconnect'; readonly node: NodeId; readonly port: PortId }
  /** Puts a new step into the connection that begins at a port. */
  | { readonly do: 'insert-step'; readonly node: NodeId; readonly port: PortId; readonly kind: string; readonly config: JsonObject }
  | { readonly do: 'remove-node'; readonly node: NodeId };
