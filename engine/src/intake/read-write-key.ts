/**
 * The write key of a request: the user name of HTTP Basic, as Segment's libraries send it, or `writeKey` in the body, as
 * its browser library does. Null if there is none.
 */
export function readWriteKey(authorization: string | undefined, body: unknown): string | null {
  const [scheme, credentials] = authorization?.split(' ') ?? [];
  if (scheme?.toLowerCase() === 'basic' && credentials !== undefined) {
    const [user] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
    if (user !== undefined && user !== '') return user;
  }
  const inBody = typeof body === 'object' && body !== null && 'writeKey' in body ? body.writeKey : null;
  return typeof inBody === 'string' && inBody !== '' ? inBody : null;
}
