/**
 * Wraps a rendered mail so that it can neither run, nor navigate, nor call home: no scripts, no forms, no frames, no
 * fonts or styles from elsewhere; pictures over https only. The frame that shows it is sandboxed besides.
 */
const POLICY = "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** The mail with its policy as the first thing in its head, where nothing can come before it. */
export function previewDocument(html: string): string {
  const policy = `<meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="referrer" content="no-referrer">`;
  return `<!doctype html><html><head>${policy}</head><body style="margin:0">${html}</body></html>`;
}
