/** Turns templates and a lead's values into messages: the same code for the preview and for what is really sent. */
export { type CompiledMjml, compileMjml } from './compile-mjml.ts';
export type { EmailDress } from './dress-email.ts';
export { type FooterLocale, footerLocale } from './email-footer.ts';
export { type EmailRendering, type EmailTemplate, type RenderedEmail, renderEmail } from './render-email.ts';
export { type RenderedText, renderText } from './render-text.ts';
export { type RenderedWecom, renderWecom, WECOM_TEXT_LIMIT } from './render-wecom.ts';
export type { TemplateData, TemplateFields } from './template-data.ts';
export { describeTemplateProblem, type TemplatePart, type TemplateProblem } from './template-problem.ts';
export { templateVariables } from './template-variables.ts';
