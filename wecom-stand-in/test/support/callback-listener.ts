import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { demoCredentials } from '@tendril/wecom-stand-in';

const KEY = Buffer.from(`${demoCredentials.callbackAesKey}=`, 'base64');

/** An app's callback URL. `told` holds the opened events; `reply` decides the status of the next answers, 200 once it is used up. */
export async function listenForCallbacks(options: { statuses?: number[]; echo?: (plain: string) => string } = {}) {
  const told: string[] = [];
  const statuses = [...(options.statuses ?? [])];
  const server = createServer((request, response) => void handle(request, response));
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = new URL(request.url ?? '', 'http://app').searchParams;
    if (request.method === 'GET') {
      const plain = opened(query, query.get('echostr') ?? '');
      response.end(options.echo === undefined ? plain : options.echo(plain));
      return;
    }
    const encrypted = /<Encrypt><!\[CDATA\[(.*)\]\]><\/Encrypt>/.exec(await text(request))?.[1] ?? '';
    told.push(opened(query, encrypted));
    response.writeHead(statuses.shift() ?? 200).end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    told,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/wecom/callback?app=1`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens as the documentation says, written down here a second time so that the stand-in's own sealing is checked. */
function opened(query: URLSearchParams, encrypted: string): string {
  const parts = [demoCredentials.callbackToken, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted];
  const signature = createHash('sha1').update(parts.toSorted().join('')).digest('hex');
  if (signature !== query.get('msg_signature')) throw new Error('wrong signature');
  const decipher = createDecipheriv('aes-256-cbc', KEY, KEY.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  const pad = plain.at(-1) ?? 0;
  const length = plain.readUInt32BE(16);
  const receiver = plain.subarray(20 + length, plain.length - pad).toString();
  if (receiver !== demoCredentials.corpId || pad < 1 || pad > 32) throw new Error('not for us');
  return plain.subarray(20, 20 + length).toString('utf8');
}

/** One field of an event. */
export const fieldOf = (xml: string, name: string): string | null =>
  new RegExp(`<${name}>(?:<!\\[CDATA\\[)?(.*?)(?:\\]\\]>)?</${name}>`).exec(xml)?.[1] ?? null;
