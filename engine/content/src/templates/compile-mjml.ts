import { createHash } from 'node:crypto';
import mjml2html from 'mjml';
import { BoundedCache } from './bounded-cache.ts';
import type { TemplateProblem } from './template-problem.ts';

/** HTML with the Liquid still in it. Warnings name what MJML ignored. */
export type CompiledMjml =
  | { readonly ok: true; readonly html: string; readonly warnings: readonly TemplateProblem[] }
  | { readonly ok: false; readonly problem: TemplateProblem };

const compiled = new BoundedCache<Promise<CompiledMjml>>(200);

/**
 * Turns an email body into HTML, once per body: the answer is remembered. A body without `<mjml>` is taken as the
 * words of the mail and put into a plain one-column layout.
 */
export function compileMjml(body: string): Promise<CompiledMjml> {
  const source = /<mjml[\s>]/i.test(body) ? body : plainLayout(body);
  return compiled.get(createHash('sha256').update(source).digest('hex'), () => compile(source));
}

async function compile(source: string): Promise<CompiledMjml> {
  try {
    // No includes (they read files), no web fonts (they call home and are out of reach for many readers).
    const { html, errors } = await mjml2html(source, { validationLevel: 'soft', keepComments: false, ignoreIncludes: true, fonts: {} });
    return { ok: true, html, warnings: errors.map(({ line, tagName, message }) => problem(line, tagName, message)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { ok: false, problem: problem(null, null, error.message) };
  }
}

const problem = (line: number | null, tag: string | null, message: string): TemplateProblem => ({
  code: 'template.mjml',
  params: { line, tag, message },
});

const plainLayout = (words: string): string => `<mjml>
  <mj-head><mj-attributes><mj-all font-family="-apple-system, 'PingFang SC', 'Microsoft YaHei', sans-serif" /></mj-attributes></mj-head>
  <mj-body><mj-section><mj-column><mj-text font-size="15px" line-height="1.7">${words.replaceAll(/\r?\n/g, '<br />\n')}</mj-text></mj-column></mj-section></mj-body>
</mjml>`;
