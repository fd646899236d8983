/** What an element can be given: properties, attributes in `attributes`, and a name by which focus finds it again. */
export interface ElementProps {
  readonly className?: string;
  readonly type?: string;
  readonly href?: string;
  readonly disabled?: boolean;
  readonly title?: string;
  /** Stable name: after a redraw the element of the same name has the focus again. */
  readonly focusKey?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly onClick?: () => void;
}

export type Child = Node | string | null | false;

/** Makes an element. Texts become text nodes, so nothing that came over the wire is ever read as markup. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: ElementProps = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const { focusKey, attributes = {}, onClick, ...properties } = props;
  const node = Object.assign(document.createElement(tag), properties);
  if (focusKey !== undefined) node.dataset['focusKey'] = focusKey;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  if (onClick !== undefined) node.addEventListener('click', onClick);
  node.append(...children.filter((child) => child !== null && child !== false));
  return node;
}

/** The element of this id. Throws if the page lacks it, which only a mistake of ours can cause. */
export function byId<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const node = document.getElementById(id);
  if (!(node instanceof kind)) throw new Error(`The page has no ${kind.name} with the id ${id}.`);
  return node;
}

const drawn = new WeakMap<Element, string>();

/**
 * Draws a region anew, but only if what it shows has changed: the reader's place and focus stay.
 * @param shows everything the drawing depends on
 * @returns whether it was drawn
 */
export function redraw(region: Element, shows: unknown, draw: () => readonly Child[]): boolean {
  const signature = JSON.stringify(shows);
  if (drawn.get(region) === signature) return false;
  drawn.set(region, signature);
  const focused = document.activeElement instanceof HTMLElement && region.contains(document.activeElement) ? document.activeElement : null;
  const key = focused?.dataset['focusKey'];
  region.replaceChildren(...draw().filter((child) => child !== null && child !== false));
  if (key !== undefined) region.querySelector<HTMLElement>(`[data-focus-key="${CSS.escape(key)}"]`)?.focus();
  return true;
}
