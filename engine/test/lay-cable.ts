import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to the database that a test can cut, as an outage does. */
export interface Cable {
  /** The address of the database at this end of the cable. */
  through(databaseUrl: string): Promise<string>;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  mend(): Promise<void>;
}

/** Lays a cable on a free port. It ends with the process. */
export async function layCable(): Promise<Cable> {
  let far = { host: '127.0.0.1', port: 0 };
  let port = 0;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const other = keep(connect(far));
    keep(near).pipe(other).pipe(near);
    near.on('close', () => other.destroy());
    other.on('close', () => near.destroy());
  });
  const listen = async (): Promise<void> => {
    server.listen(port, '127.0.0.1');
    server.unref();
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  };
  await listen();
  return {
    through: async (databaseUrl) => {
      const url = new URL(databaseUrl);
      far = { host: url.hostname, port: Number(url.port) };
      url.hostname = '127.0.0.1';
      url.port = String(port);
      return url.href;
    },
    cut: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    mend: listen,
  };
}
