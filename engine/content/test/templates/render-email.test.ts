import { type EmailRendering, type EmailTemplate, type RenderedEmail, renderEmail } from '@tendril/content/templates';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const UNSUBSCRIBE = 'https://t.vendor.example/u/TOKEN';
const click = (url: string): string => `https://t.vendor.example/c/${Buffer.from(url).toString('base64url')}`;

const rendering = (patch: Partial<EmailRendering> = {}): EmailRendering => ({
  data: { lead: { name: '宋伟', industry: '软件' } },
  locale: 'zh-CN',
  links: { unsubscribeUrl: UNSUBSCRIBE, click, openPixelUrl: 'https://t.vendor.example/o/TOKEN' },
  ...patch,
});

const mjml = (inside: string): string =>
  `<mjml><mj-body><mj-section><mj-column><mj-text>${inside}</mj-text></mj-column></mj-section></mj-body></mjml>`;

const template = (inside: string, subject = 'Hello {{ lead.name }}'): EmailTemplate => ({ subject, body: mjml(inside) });

function sendable(rendered: RenderedEmail): Extract<RenderedEmail, { ok: true }> {
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.problems));
  return rendered;
}

function problemsOf(rendered: RenderedEmail) {
  if (rendered.ok) throw new Error('the template was accepted');
  return rendered.problems;
}

describe('values', () => {
  test('are filled into subject, HTML and text', async () => {
    const mail = sendable(await renderEmail(template('Dear {{ lead.name }}, news for {{ lead.industry }}'), rendering()));

    expect(mail.subject).toBe('Hello 宋伟');
    expect(mail.html).toContain('Dear 宋伟, news for 软件');
    expect(mail.text).toContain('Dear 宋伟, news for 软件');
  });

  test('are escaped in HTML and stand as they are in subject and text', async () => {
    const data = { lead: { name: '<b>"A" & B</b>' } };
    const mail = sendable(await renderEmail(template('{{ lead.name }}'), rendering({ data })));

    expect(mail.subject).toBe('Hello <b>"A" & B</b>');
    expect(mail.html).toContain('&lt;b&gt;&#34;A&#34; &amp; B&lt;/b&gt;');
    expect(mail.text).toContain('<b>"A" & B</b>');
  });

  test('of the last lead do not leak into the next mail, although the template is remembered', async () => {
    const same = template('Dear {{ lead.name }}');
    await renderEmail(same, rendering({ data: { lead: { name: 'Anna' } } }));
    const second = sendable(await renderEmail(same, rendering({ data: { lead: {} } })));

    expect(second.html).not.toContain('Anna');
  });

  test('whatever they are, markup in them never becomes markup of the mail', async () => {
    const same = template('<p id="here">{{ lead.name }}</p>');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (tail) => {
        const name = `<script>x</script><img src=x onerror=y>${tail}`;
        const mail = sendable(await renderEmail(same, rendering({ data: { lead: { name } } })));
        expect(mail.html).not.toContain('<script>x');
        expect(mail.html).not.toContain('<img src=x');
      }),
      { numRuns: 50 },
    );
  });

  test('can never add a header through the subject', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (name) => {
        const data = { lead: { name: `${name}\r\nBcc: everybody@vendor.example\u2028x\u0000` } };
        const mail = sendable(await renderEmail(template('Hello'), rendering({ data })));
        // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested
        expect(mail.subject).not.toMatch(/[\u0000-\u001f\u007f\u2028\u2029]/);
        expect([...mail.subject].length).toBeLessThanOrEqual(300);
      }),
      { numRuns: 50 },
    );
  });
});

describe('links', () => {
  test('to the web are tracked in HTML and left readable in the text part', async () => {
    const url = 'https://www.vendor.example/pricing?a=1&b=2';
    const mail = sendable(await renderEmail(template(`<a href="https://www.vendor.example/pricing?a=1&amp;b=2">Prices</a>`), rendering()));

    expect(mail.links).toEqual([url]);
    expect(mail.html).toContain(`href="${click(url)}"`);
    expect(mail.html).not.toContain('href="https://www.vendor.example/pricing');
    expect(mail.text).toContain(`Prices <${url}>`);
  });

  test.each(['mailto:sales@vendor.example', 'tel:+862112345678', '#top'])('%s stays as it is', async (href) => {
    const mail = sendable(await renderEmail(template(`<a href="${href}">x</a>`), rendering()));

    expect(mail.html).toContain(`href="${href}"`);
  });

  test('written without quotes, in single quotes or built from values are tracked too', async () => {
    const data = { lead: { site: 'https://lead.example/?q="x"' } };
    const inside = `<a href=https://one.example/>1</a><a class='x' href='https://two.example/'>2</a><a href="{{ lead.site }}">3</a>`;
    const mail = sendable(await renderEmail(template(inside), rendering({ data })));

    expect(mail.links).toEqual(['https://one.example/', 'https://two.example/', 'https://lead.example/?q="x"']);
    for (const link of mail.links) expect(mail.html).toContain(`href="${click(link)}"`);
  });

  test('that would run a script lose their target', async () => {
    const data = { lead: { site: ' JavaScript:alert(1)' } };
    const mail = sendable(await renderEmail(template('<a href="{{ lead.site }}">x</a>'), rendering({ data })));

    expect(mail.html).toContain('href="#"');
    expect(mail.html.toLowerCase()).not.toContain('javascript:');
  });

  test('in comments and everything around links stay byte for byte', async () => {
    const untracked = { unsubscribeUrl: UNSUBSCRIBE, click: null, openPixelUrl: null };
    const inside = `<a href="{{ unsubscribe_url }}">leave</a> <a href="https://one.example/">1</a> &nbsp;<b class=x>b</b>`;
    const bare = sendable(await renderEmail(template(inside), rendering({ links: untracked })));
    const tracked = sendable(await renderEmail(template(inside), rendering({ links: { ...untracked, click } })));

    expect(tracked.html.replace(click('https://one.example/'), 'https://one.example/')).toBe(bare.html);
  });

  test('stay plain and no pixel is added when tracking is off', async () => {
    const links = { unsubscribeUrl: UNSUBSCRIBE, click: null, openPixelUrl: null };
    const mail = sendable(await renderEmail(template('<a href="https://one.example/">1</a>'), rendering({ links })));

    expect(mail.html).toContain('href="https://one.example/"');
    expect(mail.html).not.toContain('width="1" height="1"');
  });
});

describe('the way out', () => {
  test('is added in the reader’s language when the template forgot it', async () => {
    const zh = sendable(await renderEmail(template('Hello'), rendering()));
    const en = sendable(await renderEmail(template('Hello'), rendering({ locale: 'en' })));

    expect(zh.html).toContain(`<a href="${UNSUBSCRIBE}"`);
    expect(zh.text).toContain(`退订此类邮件 <${UNSUBSCRIBE}>`);
    expect(en.text).toContain(`Unsubscribe <${UNSUBSCRIBE}>`);
  });

  test('is not added twice, is never tracked, and is no link of the mail', async () => {
    const mail = sendable(await renderEmail(template('<a href="{{ unsubscribe_url }}">leave</a>'), rendering()));

    expect(mail.html.split(UNSUBSCRIBE)).toHaveLength(2);
    expect(mail.html).not.toContain(click(UNSUBSCRIBE));
    expect(mail.links).toEqual([]);
  });

  test('cannot be replaced by a value of the lead', async () => {
    const data = { lead: {}, unsubscribe_url: 'https://evil.example/' };
    const mail = sendable(await renderEmail(template('<a href="{{ unsubscribe_url }}">leave</a>'), rendering({ data })));

    expect(mail.html).toContain(UNSUBSCRIBE);
    expect(mail.html).not.toContain('evil.example');
  });
});

describe('the frame', () => {
  test('ends with the pixel inside the body', async () => {
    const mail = sendable(await renderEmail(template('Hello'), rendering()));

    expect(mail.html.indexOf('/o/TOKEN')).toBeGreaterThan(mail.html.indexOf('Hello'));
    expect(mail.html.indexOf('/o/TOKEN')).toBeLessThan(mail.html.indexOf('</body>'));
  });

  test('is made for a body of plain words', async () => {
    const mail = sendable(await renderEmail({ subject: 'Hi', body: 'Dear {{ lead.name }}\nsecond line' }, rendering()));

    expect(mail.html).toContain('Dear 宋伟<br');
    expect(mail.text).toContain('Dear 宋伟\nsecond line');
  });

  test('calls no font service', async () => {
    const mail = sendable(await renderEmail(template('Hello'), rendering()));

    expect(mail.html).not.toContain('fonts.googleapis');
  });

  test('leaves hidden preview lines and pictures out of the text part', async () => {
    const body = `<mjml><mj-head><mj-preview>peek</mj-preview></mj-head><mj-body><mj-section><mj-column><mj-image src="https://x.example/a.png" alt="" /><mj-text>Hello</mj-text></mj-column></mj-section></mj-body></mjml>`;
    const mail = sendable(await renderEmail({ subject: 'Hi', body }, rendering()));

    expect(mail.text).toMatch(/^Hello/);
    expect(mail.text).not.toContain('a.png');
  });
});

describe('mistakes of the author', () => {
  test('in Liquid name the line of the source', async () => {
    const body = mjml('\nline two\n{% if lead.name %}never closed');

    expect(problemsOf(await renderEmail({ subject: 'Hi', body }, rendering()))).toMatchObject([
      { code: 'template.liquid', params: { part: 'body', line: 3, message: expect.stringContaining('not closed') } },
    ]);
  });

  test('in subject and body are named together', async () => {
    const problems = problemsOf(await renderEmail({ subject: '{{ lead.name | shout }}', body: '<mjml></mjm' }, rendering()));

    expect(problems.map((problem) => problem.code)).toEqual(['template.liquid', 'template.mjml']);
  });

  test('that MJML can live with are warnings with tag and line', async () => {
    const mail = sendable(await renderEmail(template('Hello</mj-text><mj-sparkle>x</mj-sparkle><mj-text>'), rendering()));

    expect(mail.warnings).toMatchObject([{ code: 'template.mjml', params: { tag: 'mj-sparkle', line: 1 } }]);
  });

  test('an empty subject or body is refused', async () => {
    expect(problemsOf(await renderEmail({ subject: '{{ lead.nothing }}', body: ' ' }, rendering()))).toEqual([
      { code: 'template.empty', params: { part: 'subject' } },
      { code: 'template.empty', params: { part: 'body' } },
    ]);
  });
});
