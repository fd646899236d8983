import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The Node.js 24 that came with the dependencies. The machine's own may be older and unable to run TypeScript. */
export function nodeBinary(): string {
  const installed = dirname(createRequire(import.meta.url).resolve('node/package.json'));
  return join(installed, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
