import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { RemediableError } from './remediable-error.ts';

/** The port that each service prefers. */
export const PREFERRED_PORTS = {
  app: 3000,
  workerHealth: 3001,
  wecom: 3002,
  mailbox: 1080,
  smtp: 1025,
  postgres: 54_320,
  temporal: 7233,
  temporalUi: 8233,
} as const;

/** What needs a port. */
export type PortName = keyof typeof PREFERRED_PORTS;

/** How far to look above the preferred port. */
const REACH = 500;

/** Ports held for the services to come, so that a second copy that starts at the same time takes others. */
export interface ClaimedPorts {
  readonly numbers: Readonly<Record<PortName, number>>;
  /** Preferred ports that were taken, and what stands in for them. */
  readonly replaced: readonly { readonly name: PortName; readonly wanted: number; readonly got: number }[];
  /** Hands a port over to its service: call it right before the service starts. */
  release(name: PortName): Promise<void>;
  releaseAll(): Promise<void>;
}

/**
 * Finds a free port for every service: the one it had last time, else the one it prefers, else the next free one.
 * The choice is remembered in `ports.json` of the home.
 * @throws RemediableError when there is no free port near a preferred one
 */
export async function claimPorts(folder: string, preferred: Readonly<Record<PortName, number>> = PREFERRED_PORTS): Promise<ClaimedPorts> {
  const file = join(folder, 'ports.json');
  const remembered = await readRemembered(file);
  const claims = new Map<PortName, { port: number; server: Server }>();
  for (const name of Object.keys(preferred) as PortName[]) claims.set(name, await claim(name, remembered[name] ?? preferred[name]));

  const numbers = Object.fromEntries([...claims].map(([name, { port }]) => [name, port])) as Record<PortName, number>;
  await writeFile(file, `${JSON.stringify(numbers, null, 2)}\n`);
  const release = async (name: PortName): Promise<void> => {
    const server = claims.get(name)?.server;
    if (server?.listening === true) await close(server);
  };
  return {
    numbers,
    replaced: [...claims].flatMap(([name, { port }]) => {
      const wanted = remembered[name] ?? preferred[name];
      return wanted === port ? [] : [{ name, wanted, got: port }];
    }),
    release,
    releaseAll: async () => void (await Promise.all([...claims.keys()].map(release))),
  };
}

async function claim(name: PortName, wanted: number): Promise<{ port: number; server: Server }> {
  for (let port = wanted; port <= Math.min(wanted + REACH, 65_535); port += 1) {
    const server = await hold(port);
    if (server !== undefined) return { port, server };
  }
  throw new RemediableError(`No port from ${wanted} to ${wanted + REACH} is free for ${name}: stop what uses them and start again.`);
}

/** Holds a port that nobody uses on any address of this machine; answers undefined for one that is taken. */
async function hold(port: number): Promise<Server | undefined> {
  for (const everywhere of ['0.0.0.0', '::']) {
    const probe = await listen(port, everywhere);
    if (probe === 'taken') return undefined;
    if (probe !== 'no such address') await close(probe);
  }
  const server = await listen(port, '127.0.0.1');
  return server === 'taken' || server === 'no such address' ? undefined : server;
}

function listen(port: number, host: string): Promise<Server | 'taken' | 'no such address'> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? 'taken' : 'no such address');
    });
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::' }, () => resolve(server));
  });
}

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

async function readRemembered(file: string): Promise<Partial<Record<PortName, number>>> {
  try {
    const stored: unknown = JSON.parse(await readFile(file, 'utf8'));
    const isPort = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0 && Number(value) < 65_536;
    return Object.fromEntries(Object.entries(stored ?? {}).filter(([name, value]) => name in PREFERRED_PORTS && isPort(value)));
  } catch {
    return {};
  }
}
