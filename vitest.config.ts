import { defineConfig } from 'vitest/config';

/** Pure tests run anywhere; integration tests start real services through launcher/test-services (see docs/testing.md). */
const project = (name: string, root: string, extra: Record<string, unknown> = {}) => ({
  test: { name, root, include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], environment: 'node', ...extra },
});

const integration = { testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false };

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
