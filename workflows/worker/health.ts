import { createServer, type Server } from 'node:http';
import { register } from 'prom-client';

/** Serves `GET /health` (200 while `isWell`, else 503) and `GET /metrics` for operators. */
export function serveHealth(place: { host: string; port: number; isWell: () => boolean }): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url === '/health') {
      const well = place.isWell();
      response.writeHead(well ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify({ status: well ? 'ok' : 'stopping' }));
    } else if (request.url === '/metrics') {
      response.writeHead(200, { 'content-type': register.contentType }).end(await register.metrics());
    } else {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, () => resolve(server));
  });
}
