import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { expect, test } from 'vitest';
import { claimPorts, type PortName } from '../src/ports.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const NAMES: readonly PortName[] = ['app', 'workerHealth', 'wecom', 'mailbox', 'smtp', 'postgres', 'temporal', 'temporalUi'];

/** Preferred ports that are free on this machine right now. */
async function freePorts(): Promise<Record<PortName, number>> {
  const servers = await Promise.all(NAMES.map(() => listen(0)));
  const numbers = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(close));
  return Object.fromEntries(NAMES.map((name, index) => [name, numbers[index]])) as Record<PortName, number>;
}

async function occupy(port: number): Promise<AsyncDisposable> {
  const server = await listen(port);
  return { [Symbol.asyncDispose]: () => close(server) };
}

async function listen(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

test('every service gets the port it prefers when that is free', async () => {
  await using folder = await temporaryFolder();
  const preferred = await freePorts();
  const ports = await claimPorts(folder.path, preferred);
  await ports.releaseAll();
  expect(ports.numbers).toEqual(preferred);
  expect(ports.replaced).toEqual([]);
});

test('a taken port is replaced by a higher one and named', async () => {
  await using folder = await temporaryFolder();
  const preferred = await freePorts();
  await using _stranger = await occupy(preferred.app);
  const ports = await claimPorts(folder.path, preferred);
  await ports.releaseAll();
  expect(ports.numbers.app).toBeGreaterThan(preferred.app);
  expect(ports.replaced).toEqual([{ name: 'app', wanted: preferred.app, got: ports.numbers.app }]);
});

test('the next start takes the ports of the last one, whatever is preferred', async () => {
  await using folder = await temporaryFolder();
  const first = await claimPorts(folder.path, await freePorts());
  await first.releaseAll();
  const second = await claimPorts(folder.path, await freePorts());
  await second.releaseAll();
  expect(second.numbers).toEqual(first.numbers);
  expect(second.replaced).toEqual([]);
});

test('two copies that start at the same time get different ports', async () => {
  await using one = await temporaryFolder();
  await using other = await temporaryFolder();
  const preferred = await freePorts();
  const [first, second] = await Promise.all([claimPorts(one.path, preferred), claimPorts(other.path, preferred)]);
  await Promise.all([first.releaseAll(), second.releaseAll()]);
  const all = [...Object.values(first.numbers), ...Object.values(second.numbers)];
  expect(new Set(all).size).toBe(all.length);
});

test('a released port can be taken by its service', async () => {
  await using folder = await temporaryFolder();
  const ports = await claimPorts(folder.path, await freePorts());
  await ports.release('postgres');
  await using _service = await occupy(ports.numbers.postgres);
  await ports.releaseAll();
});
