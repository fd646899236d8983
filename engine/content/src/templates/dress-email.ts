import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { escapeHtml } from './escape-html.ts';

/** What is put around the words of a mail. */
export interface EmailDress {
  /** Where this reader can unsubscribe. Never tracked. */
  readonly unsubscribeUrl: string;
  /** Gives the tracked address of a link; null leaves links as they are. */
  readonly click: ((url: string) => string) | null;
  /** Address of the picture that reports an opening; null for none. */
  readonly openPixelUrl: string | null;
  /** HTML of the footer that is added if no link of the mail unsubscribes. */
  readonly footer: string;
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const SCRIPT_SCHEME = /^\s*(?:javascript|vbscript|data):/i;
const WEB_SCHEME = /^https?:\/\//i;

/** Adds the footer a mail must have: the same HTML if one of its links already unsubscribes. */
export function withUnsubscribeFooter(html: string, dress: Pick<EmailDress, 'unsubscribeUrl' | 'footer'>): string {
  const page = readPage(html);
  if (page.links.some((link) => hrefOf(link) === dress.unsubscribeUrl)) return html;
  return apply(html, [{ from: page.end, to: page.end, text: dress.footer }]);
}

/**
 * Rewrites the web links of a mail to their tracked addresses and adds the pixel; everything else stays byte for byte.
 * `mailto:`, `tel:`, anchors and the unsubscribe link stay; links that would run a script lose their target.
 */
export function withTracking(html: string, dress: Pick<EmailDress, 'unsubscribeUrl' | 'click' | 'openPixelUrl'>): string {
  const page = readPage(html);
  const edits = page.links.flatMap((link) => {
    const place = link.sourceCodeLocation?.attrs?.['href'];
    const target = rewritten(hrefOf(link), dress);
    return place === undefined || target === null ? [] : [{ from: place.startOffset, to: place.endOffset, text: `href="${escapeHtml(target)}"` }];
  });
  if (dress.openPixelUrl !== null) {
    const pixel = `<img src="${escapeHtml(dress.openPixelUrl)}" width="1" height="1" alt="" style="display:block;border:0" />`;
    edits.push({ from: page.end, to: page.end, text: pixel });
  }
  return apply(html, edits);
}

/** Web addresses that the links of a mail lead to, each once, in order. */
export function webLinks(html: string): readonly string[] {
  return [
    ...new Set(
      readPage(html)
        .links.map(hrefOf)
        .filter((href) => WEB_SCHEME.test(href)),
    ),
  ];
}

function rewritten(href: string, dress: Pick<EmailDress, 'unsubscribeUrl' | 'click'>): string | null {
  if (href === dress.unsubscribeUrl) return null;
  if (SCRIPT_SCHEME.test(href)) return '#';
  return dress.click !== null && WEB_SCHEME.test(href) ? dress.click(href) : null;
}

function readPage(html: string): { readonly links: readonly Element[]; readonly end: number } {
  const links: Element[] = [];
  let end = html.length;
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      if (node.tagName === 'a' || node.tagName === 'area') links.push(node);
      if (node.tagName === 'body') end = node.sourceCodeLocation?.endTag?.startOffset ?? html.length;
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html, { sourceCodeLocationInfo: true }));
  return { links, end };
}

const hrefOf = (element: Element): string => element.attrs.find((attribute) => attribute.name === 'href')?.value.trim() ?? '';

function apply(html: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((one, other) => one.from - other.from)) {
    result += html.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + html.slice(at);
}
