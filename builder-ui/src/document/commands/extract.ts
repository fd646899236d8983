import type { DocumentEdge, DocumentNode, JourneyDocument, JsonObject, NodeId } from '@tendril/journey/model';
import type { NodeTypes } from '@tendril/journey/nodes';
import { BRANCH_GAP, GAP, type Point, SIDE_GAP, STEP_HEIGHT, STEP_WIDTH } from '../geometry.ts';
import { type NewId, newNode } from '../new-node.ts';
import { isEntry } from '../ports-of.ts';
import { findNode, reachableFrom } from '../walk.ts';
import { groupsOf, pruneGroups } from './groups.ts';
import { renameIn } from './map-names.ts';
import { shift } from './place.ts';

/** Why chosen steps cannot become a journey of their own. `step` is the one in the way. */
export interface ExtractRefusal {
  readonly ok: false;
  /**
   * `none`: no step is chosen. `entry`: leads come in among them. `interrupt`: a goal is among them, which watches the whole
   * journey. `ways-in`: they are not entered at exactly one step. `apart`: a step cannot be reached from there. `looked-at`:
   * a step on one side looks at the outcome of one on the other.
   */
  readonly why: 'none' | 'entry' | 'interrupt' | 'ways-in' | 'apart' | 'looked-at';
  readonly step: NodeId | null;
}

/** Where a lead goes on when the new journey is over. */
export interface WayOn {
  /** How the new journey ends then. */
  readonly outcome: string;
  /** The step that follows here; null: this journey ends too, with the same outcome. */
  readonly to: NodeId | null;
}

/** What extracting makes: the new journey, and this one once the new one has its id. */
export interface Extraction {
  readonly ok: true;
  readonly journey: JourneyDocument;
  readonly waysOn: readonly WayOn[];
  /** The id and name that the new journey has got. */
  readonly replace: (journeyId: string, name: string) => { readonly document: JourneyDocument; readonly step: NodeId };
}

interface Tools {
  readonly types: NodeTypes;
  readonly newId: NewId;
  /** Name of the new journey. */
  readonly name: string;
}

/** A sub-journey waits for its end; so long it may take at most. */
const LONGEST = '365d';

/** A step outside that looks at the outcome of one inside, or the other way round. */
function lookingAcross(document: JourneyDocument, inside: ReadonlySet<NodeId>, types: NodeTypes): NodeId | null {
  const drawn = new Set(document.nodes.map(({ id }) => id));
  const crosses = (node: DocumentNode) => {
    let across = false;
    renameIn(node, types, (kind, name) => {
      across ||= kind === 'step' && drawn.has(name) && inside.has(name) !== inside.has(node.id);
      return name;
    });
    return across;
  };
  return document.nodes.find(crosses)?.id ?? null;
}

function refusal(document: JourneyDocument, inside: readonly DocumentNode[], types: NodeTypes): ExtractRefusal | { readonly first: NodeId } {
  const refuse = (why: ExtractRefusal['why'], step: NodeId | null = null): ExtractRefusal => ({ ok: false, why, step });
  const ids = new Set(inside.map(({ id }) => id));
  if (inside.length === 0) return refuse('none');
  const entry = inside.find(({ kind }) => isEntry(kind, types));
  if (entry !== undefined) return refuse('entry', entry.id);
  const interrupt = inside.find(({ kind }) => types.get(kind)?.interrupt !== undefined);
  if (interrupt !== undefined) return refuse('interrupt', interrupt.id);
  const entered = [...new Set(document.edges.filter(({ from, to }) => !ids.has(from) && ids.has(to)).map(({ to }) => to))];
  const [first] = entered;
  if (first === undefined || entered.length > 1) return refuse('ways-in', entered[1] ?? null);
  const within = { ...document, nodes: inside, edges: document.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
  const reached = reachableFrom(within, first);
  const apart = inside.find(({ id }) => !reached.has(id));
  if (apart !== undefined) return refuse('apart', apart.id);
  const across = lookingAcross(document, ids, types);
  return across === null ? { first } : refuse('looked-at', across);
}

const outcomeOf = ({ config }: DocumentNode): string => (typeof config['outcome'] === 'string' ? config['outcome'] : 'finished');

/** The ends of the new journey: one per step outside that follows, one per outcome of the exits inside. */
function waysOnOf(document: JourneyDocument, inside: readonly DocumentNode[]): readonly WayOn[] {
  const ids = new Set(inside.map(({ id }) => id));
  const targets = [...new Set(document.edges.filter(({ from, to }) => ids.has(from) && !ids.has(to)).map(({ to }) => to))];
  const exits = [...new Set(inside.filter(({ kind }) => kind === 'exit').map(outcomeOf))];
  const free = (wished: string): string => (exits.includes(wished) ? free(`${wished}-on`) : wished);
  return [
    ...targets.map((to, index) => ({ outcome: free(targets.length === 1 ? 'finished' : `way-${index + 1}`), to })),
    ...exits.map((outcome) => ({ outcome, to: null })),
  ];
}

const lowest = (nodes: readonly DocumentNode[]): number => Math.max(...nodes.map(({ position }) => position.y));

/** Makes a step of a type that every workspace has. */
function make(kind: string, config: JsonObject, at: Point, { types, newId }: Tools): DocumentNode {
  const definition = types.get(kind);
  if (definition === undefined) throw new Error(`There is no step type ${kind}.`);
  const node = newNode(definition, newId(), { x: Math.round(at.x), y: Math.round(at.y) });
  return { ...node, config: { ...node.config, ...config } };
}

/** The new journey: an entry, the chosen steps, and an exit for every way out of them. */
function newJourney(
  document: JourneyDocument,
  { inside, first, waysOn }: { readonly inside: readonly DocumentNode[]; readonly first: NodeId; readonly waysOn: readonly WayOn[] },
  tools: Tools,
): JourneyDocument {
  const ids = new Set(inside.map(({ id }) => id));
  const top = inside.find(({ id }) => id === first)?.position ?? { x: 0, y: 0 };
  const entry = make('entry-manual', {}, { x: top.x, y: top.y - STEP_HEIGHT - GAP }, tools);
  const onward = waysOn.filter(({ to }) => to !== null);
  const exits = new Map(
    onward.map(({ outcome, to }, index) => {
      const at = { x: top.x + index * (STEP_WIDTH + SIDE_GAP), y: lowest(inside) + STEP_HEIGHT + BRANCH_GAP };
      return [to, make('exit', { outcome }, at, tools)] as const;
    }),
  );
  const edges = document.edges.flatMap((edge): DocumentEdge[] => {
    if (!ids.has(edge.from)) return [];
    const exit = exits.get(edge.to);
    return exit === undefined ? [edge] : [{ ...edge, to: exit.id }];
  });
  const { tests: _tests, notes: _notes, groups: _groups, ...rest } = document;
  const groups = groupsOf(document).filter(({ members }) => members.every((member) => ids.has(member)));
  return {
    ...rest,
    name: tools.name,
    // The calling journey has asked already who may come in, and may call more than once.
    settings: { ...document.settings, audience: null, holdoutPercent: 0, reentry: 'after-exit' },
    nodes: [entry, ...inside, ...exits.values()],
    edges: [{ from: entry.id, port: 'next', to: first }, ...edges],
    notes: [],
    ...(groups.length > 0 ? { groups } : {}),
  };
}

/** This journey with a sub-journey in the place of the chosen steps; a branch on its outcome where several ways go on. */
function withSubJourney(
  document: JourneyDocument,
  { inside, first, waysOn }: { readonly inside: readonly DocumentNode[]; readonly first: NodeId; readonly waysOn: readonly WayOn[] },
  { journeyId, tools }: { readonly journeyId: string; readonly tools: Tools },
): { readonly document: JourneyDocument; readonly step: NodeId } {
  const ids = new Set(inside.map(({ id }) => id));
  const at = inside.find(({ id }) => id === first)?.position ?? { x: 0, y: 0 };
  const call = { ...make('sub-journey', { journey: journeyId, wait: true, timeout: LONGEST }, at, tools), name: tools.name };
  const below = { x: at.x, y: at.y + STEP_HEIGHT + BRANCH_GAP };
  const exits = waysOn
    .filter(({ to }) => to === null)
    .map(({ outcome }, index) => ({
      outcome,
      node: make('exit', { outcome }, { x: below.x + (index + 1) * (STEP_WIDTH + SIDE_GAP), y: below.y + STEP_HEIGHT + BRANCH_GAP }, tools),
    }));
  const targetOf = ({ outcome, to }: WayOn): NodeId => to ?? exits.find((exit) => exit.outcome === outcome)?.node.id ?? call.id;
  const [main, ...others] = waysOn;
  const paths = others.map(({ outcome }, index) => ({ id: `way-${index + 2}`, label: outcome, outcomes: [outcome] }));
  const branch = paths.length > 0 ? make('earlier-outcome', { node: call.id, paths }, below, tools) : null;
  const edges: readonly DocumentEdge[] =
    main === undefined
      ? []
      : [
          { from: call.id, port: 'next', to: branch?.id ?? targetOf(main) },
          { from: call.id, port: 'timeout', to: targetOf(main) },
          ...(branch === null ? [] : [{ from: branch.id, port: 'else', to: targetOf(main) }]),
          ...others.flatMap((way, index) => (branch === null ? [] : [{ from: branch.id, port: `way-${index + 2}`, to: targetOf(way) }])),
        ];
  const kept = document.edges.filter(({ from }) => !ids.has(from)).map((edge) => (ids.has(edge.to) ? { ...edge, to: call.id } : edge));
  const whole = {
    document: pruneGroups({
      ...document,
      nodes: [...document.nodes.filter(({ id }) => !ids.has(id)), ...[call, ...(branch === null ? [] : [branch]), ...exits.map(({ node }) => node)]],
      edges: [...kept, ...edges],
    }),
    step: call.id,
  };
  const rows = (branch === null ? at.y : below.y) - lowest(inside);
  const after = [...reachableFrom(whole.document, call.id)].filter((id) => (findNode(document, id)?.position.y ?? -Infinity) > lowest(inside));
  return { ...whole, document: shift(whole.document, new Set(after), { x: 0, y: rows }) };
}

/**
 * Plans to make chosen steps a journey of its own, which this one calls by a sub-journey step and waits for. Refused where
 * leads would live through something else: see `ExtractRefusal`.
 */
export function planExtraction(document: JourneyDocument, chosen: readonly string[], tools: Tools): Extraction | ExtractRefusal {
  const inside = document.nodes.filter(({ id }) => chosen.includes(id));
  const found = refusal(document, inside, tools.types);
  if (!('first' in found)) return found;
  const waysOn = waysOnOf(document, inside);
  const region = { inside, first: found.first, waysOn };
  return {
    ok: true,
    waysOn,
    journey: newJourney(document, region, tools),
    replace: (journeyId, name) => withSubJourney(document, region, { journeyId, tools: { ...tools, name } }),
  };
}
