import { compileMjml } from './compile-mjml.ts';
import { type EmailDress, webLinks, withTracking, withUnsubscribeFooter } from './dress-email.ts';
import { emailFooter, type FooterLocale } from './email-footer.ts';
import { emailText } from './email-text.ts';
import { checkLiquid, renderLiquid } from './liquid-sandbox.ts';
import type { TemplateData } from './template-data.ts';
import type { TemplateProblem } from './template-problem.ts';

/** An email as marketers write it: the subject is Liquid, the body MJML with Liquid. */
export interface EmailTemplate {
  readonly subject: string;
  readonly body: string;
}

/** For whom and with which addresses a mail is rendered. */
export interface EmailRendering {
  readonly data: TemplateData;
  /** Language of the footer, if one has to be added. */
  readonly locale: FooterLocale;
  readonly links: Pick<EmailDress, 'unsubscribeUrl' | 'click' | 'openPixelUrl'>;
}

/** A mail ready to be sent, or everything that keeps it from being one. Warnings do not. */
export type RenderedEmail =
  | {
      readonly ok: true;
      readonly subject: string;
      readonly html: string;
      /** The same words without HTML; its links are not tracked, so that they stay readable. */
      readonly text: string;
      /** Web addresses the mail leads to, before tracking. */
      readonly links: readonly string[];
      readonly warnings: readonly TemplateProblem[];
    }
  | { readonly ok: false; readonly problems: readonly [TemplateProblem, ...TemplateProblem[]] };

const LONGEST_SUBJECT = 300;

/** Renders a mail for one lead. The order is fixed: MJML, then values, then footer, then text part, then tracking. */
export async function renderEmail(template: EmailTemplate, rendering: EmailRendering): Promise<RenderedEmail> {
  const { unsubscribeUrl } = rendering.links;
  const data = { ...rendering.data, unsubscribe_url: unsubscribeUrl };
  const subject = renderSubject(template.subject, data);
  const body = await renderBody(template.body, data);
  if (!subject.ok || !body.ok) return { ok: false, problems: gather(subject, body) };

  const footer = emailFooter(unsubscribeUrl, rendering.locale);
  const plain = withUnsubscribeFooter(body.html, { unsubscribeUrl, footer });
  return {
    ok: true,
    subject: subject.text,
    html: withTracking(plain, rendering.links),
    text: emailText(plain),
    links: webLinks(body.html).filter((link) => link !== unsubscribeUrl),
    warnings: body.warnings,
  };
}

type Subject = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: TemplateProblem };
type Body =
  | { readonly ok: true; readonly html: string; readonly warnings: readonly TemplateProblem[] }
  | { readonly ok: false; readonly problem: TemplateProblem };

function renderSubject(source: string, data: TemplateData): Subject {
  const rendered = renderLiquid(source, { data, output: 'plain', part: 'subject' });
  if (!rendered.ok) return rendered;
  const text = headerSafe(rendered.text);
  return text === '' ? { ok: false, problem: { code: 'template.empty', params: { part: 'subject' } } } : { ok: true, text };
}

async function renderBody(source: string, data: TemplateData): Promise<Body> {
  // The source is checked first, so that a line number is the line the author sees, not one of the compiled HTML.
  const broken = checkLiquid(source, 'body');
  if (broken !== null) return { ok: false, problem: broken };
  if (source.trim() === '') return { ok: false, problem: { code: 'template.empty', params: { part: 'body' } } };
  const compiled = await compileMjml(source);
  if (!compiled.ok) return compiled;
  const rendered = renderLiquid(compiled.html, { data, output: 'html', part: 'body' });
  return rendered.ok ? { ok: true, html: rendered.text, warnings: compiled.warnings } : rendered;
}

function gather(subject: Subject, body: Body): [TemplateProblem, ...TemplateProblem[]] {
  const problems = [subject, body].flatMap((part) => (part.ok ? [] : [part.problem]));
  const [first, ...rest] = problems;
  if (first === undefined) throw new Error('a mail without problems was refused');
  return [first, ...rest];
}

/** One line without control characters: a value from outside can never begin a new header. */
const headerSafe = (text: string): string => [...oneLine(text)].slice(0, LONGEST_SUBJECT).join('');

const oneLine = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what must go
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
