/** Why a template cannot be used, or should not be. A person mends it, so it names the place and the value. */
export type TemplateProblem =
  /** The MJML is broken or uses something MJML does not know. `line` counts from 1. */
  | { readonly code: 'template.mjml'; readonly params: { readonly line: number | null; readonly tag: string | null; readonly message: string } }
  /** The Liquid is broken, or asks for something templates may not do. */
  | { readonly code: 'template.liquid'; readonly params: { readonly line: number | null; readonly part: TemplatePart; readonly message: string } }
  /** Rendering took more time or memory than one message may. */
  | { readonly code: 'template.too-heavy'; readonly params: { readonly part: TemplatePart } }
  /** The source is longer than `limit` characters. */
  | { readonly code: 'template.source-too-long'; readonly params: { readonly length: number; readonly limit: number } }
  /** The rendered message is longer than the channel takes, in UTF-8 bytes. */
  | { readonly code: 'template.too-long'; readonly params: { readonly bytes: number; readonly limit: number } }
  /** Nothing is left to say once this lead's values are filled in. */
  | { readonly code: 'template.empty'; readonly params: { readonly part: TemplatePart } };

/** The part of a template that a problem is about. */
export type TemplatePart = 'subject' | 'body';

/** The problem as one plain English sentence, for logs and for places without translations. */
export function describeTemplateProblem(problem: TemplateProblem): string {
  switch (problem.code) {
    case 'template.mjml':
      return `MJML${atLine(problem.params.line)}: ${problem.params.message}`;
    case 'template.liquid':
      return `Liquid in the ${problem.params.part}${atLine(problem.params.line)}: ${problem.params.message}`;
    case 'template.too-heavy':
      return `The ${problem.params.part} takes too much time or memory to render; look for loops over long lists.`;
    case 'template.source-too-long':
      return `The template has ${problem.params.length} characters; at most ${problem.params.limit} are allowed.`;
    case 'template.too-long':
      return `The message has ${problem.params.bytes} bytes; the channel takes at most ${problem.params.limit}.`;
    case 'template.empty':
      return `The ${problem.params.part} is empty once the values are filled in.`;
  }
}

const atLine = (line: number | null): string => (line === null ? '' : `, line ${line}`);
