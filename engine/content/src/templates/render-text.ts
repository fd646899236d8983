import { checkLiquid, renderLiquid } from './liquid-sandbox.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateProblem } from './template-problem.ts';

/** A plain text filled with a lead's values, or why there is none. */
export type RenderedText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };

/** Fills a plain Liquid text: a note to colleagues, a text message, the body of a webhook. Nothing is escaped. */
export function renderText(source: string, data: TemplateData): RenderedText {
  const broken = checkLiquid(source, 'body');
  return broken === null ? renderLiquid(source, { data, output: 'plain', part: 'body' }) : { ok: false, problem: broken };
}
