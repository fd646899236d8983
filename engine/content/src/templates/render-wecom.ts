import { checkLiquid, renderLiquid } from './liquid-sandbox.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateProblem } from './template-problem.ts';

/** Most UTF-8 bytes that the text of a WeCom mass message may have. */
export const WECOM_TEXT_LIMIT = 4_000;

/** A WeCom text ready to be sent, or why there is none. */
export type RenderedWecom = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

/** Renders a WeCom message for one lead: plain text with Liquid, nothing is escaped because nothing reads it as markup. */
export function renderWecom(body: string, data: TemplateData): RenderedWecom {
  const broken = checkLiquid(body, 'body');
  if (broken !== null) return { ok: false, problem: broken };
  const rendered = renderLiquid(body, { data, output: 'plain', part: 'body' });
  if (!rendered.ok) return rendered;
  const text = rendered.text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  const bytes = Buffer.byteLength(text, 'utf8');
  if (text === '') return { ok: false, problem: { code: 'template.empty', params: { part: 'body' } } };
  if (bytes > WECOM_TEXT_LIMIT) return { ok: false, problem: { code: 'template.too-long', params: { bytes, limit: WECOM_TEXT_LIMIT } } };
  return { ok: true, text };
}
