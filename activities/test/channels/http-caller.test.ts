import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpCaller } from '../../src/channels/http-caller.ts';

/** Calls a server that answers as told. */
async function callServer(answer: (response: ServerResponse) => void) {
  const server = createServer((_request, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await createHttpCaller({ allowLocal: true })({ method: 'POST', url: `http://127.0.0.1:${port}/leads`, headers: {}, body: '{}' });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('an answer brings its JSON', async () => {
  expect(await callServer((response) => response.writeHead(201).end('{"data":{"id":7}}'))).toEqual({
    is: 'answered',
    status: 201,
    body: { data: { id: 7 } },
  });
});

test.each([
  [429, { is: 'not-sent', pauseMs: 30_000 }],
  [503, { is: 'not-sent', pauseMs: 30_000 }],
  [400, { is: 'refused' }],
  [404, { is: 'refused' }],
  [500, { is: 'unknown' }],
])('HTTP %i', async (status, expected) => {
  expect(await callServer((response) => response.writeHead(status, { 'retry-after': '30' }).end())).toMatchObject(expected);
});

test('a line that breaks after the request leaves the fate unknown', async () => {
  expect(await callServer((response) => response.destroy())).toMatchObject({ is: 'unknown' });
});

test('a redirect is not followed, because it could lead inside', async () => {
  expect((await callServer((response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end())).is).not.toBe('answered');
});

test.each(['http://127.0.0.1:1/', 'http://localhost:1/', 'http://169.254.169.254/latest', 'http://[::1]:1/', 'http://0.0.0.0:1/'])(
  'a journey may not call %s',
  async (url) => {
    expect(await createHttpCaller()({ method: 'GET', url, headers: {}, body: null })).toMatchObject({ is: 'refused' });
  },
);
