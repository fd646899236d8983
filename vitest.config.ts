import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

if (Number.parseInt(process.versions.node, 10) < 24) throw new Error('Run the tests on the Node.js that came with the dependencies: npx vitest');

/** Pure tests run anywhere; integration tests ask `@tendril/launcher/test-services` for real services (see docs/testing.md). */
const project = (name: string, root: string, extra: Record<string, unknown> = {}) => ({
  test: { name, root, include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], environment: 'node', ...extra },
});

/** The setup starts nothing by itself: a service starts when the first test of the run asks for it. */
const integration = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  fileParallelism: false,
  globalSetup: [fileURLToPath(new URL('./launcher/src/test-services/vitest-setup.ts', import.meta.url))],
};

export default defineConfig({
  test: {
    projects: [
      project('repository', '.', { include: ['test/**/*.test.ts'] }),
      project('journey', 'engine/journey'),
      project('scoring', 'engine/scoring'),
      project('content', 'engine/content'),
      project('db', 'prisma', integration),
      project('runtime', 'engine/runtime', integration),
      project('activities', 'activities', integration),
      project('workflows', 'workflows', integration),
      project('wecom-stand-in', 'wecom-stand-in'),
      project('engine', 'engine', { ...integration, include: ['test/**/*.test.ts'] }),
      project('builder-ui', 'builder-ui', { environment: 'happy-dom' }),
      project('launcher', 'launcher', integration),
    ],
  },
});
