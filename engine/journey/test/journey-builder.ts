import { compile } from '../src/compile/index.ts';
import type { DocumentEdge, DocumentNode, JourneyDocument, JsonObject, Program } from '../src/model/index.ts';
import { builtInNodeTypes } from '../src/nodes/built-in.ts';
import type { NodeTypes } from '../src/nodes/registry.ts';
import { SCHEMA_VERSION } from '../src/schema/index.ts';

/** Ways out of a step as a test draws them. */
type Ways = { readonly [port: string]: string };

/** Writes a journey for a test: steps by id, each with its ways out. `next: 'a'` may be written as just `'a'`. */
export class JourneyBuilder {
  readonly #nodes: DocumentNode[] = [];
  readonly #edges: DocumentEdge[] = [];
  #settings: JsonObject = {};
  readonly #name: string;
  readonly #nodeTypes: NodeTypes;

  constructor(name: string, nodeTypes: NodeTypes = builtInNodeTypes) {
    this.#name = name;
    this.#nodeTypes = nodeTypes;
  }

  /** Adds a step. */
  step(id: string, kind: string, config: JsonObject = {}, to: string | Ways = {}): this {
    const version = this.#nodeTypes.get(kind)?.version ?? 1;
    this.#nodes.push({ id, kind, version, name: id, config, position: { x: 0, y: this.#nodes.length * 100 } });
    for (const [port, target] of Object.entries(typeof to === 'string' ? { next: to } : to)) this.#edges.push({ from: id, port, to: target });
    return this;
  }

  /** Adds a step that is switched off. */
  disabled(id: string, kind: string, config: JsonObject = {}, to: string | Ways = {}): this {
    this.step(id, kind, config, to);
    const node = this.#nodes.pop();
    if (node !== undefined) this.#nodes.push({ ...node, disabled: true });
    return this;
  }

  /** Adds an exit whose outcome is its id. */
  exit(...ids: readonly string[]): this {
    for (const id of ids) this.step(id, 'exit', { outcome: id });
    return this;
  }

  settings(settings: JsonObject): this {
    this.#settings = settings;
    return this;
  }

  document(): JourneyDocument {
    return {
      format: 'tendril.journey',
      schemaVersion: SCHEMA_VERSION,
      name: this.#name,
      settings: this.#settings,
      nodes: [...this.#nodes],
      edges: [...this.#edges],
      notes: [],
    };
  }

  /** The program; fails the test with the remarks if there is none. */
  program(): Program {
    const compiled = compile(this.document(), { nodeTypes: this.#nodeTypes });
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.diagnostics, null, 2));
    return compiled.program;
  }
}

/** Begins a journey for a test. */
export function journey(name: string, nodeTypes?: NodeTypes): JourneyBuilder {
  return new JourneyBuilder(name, nodeTypes);
}
