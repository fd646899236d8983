import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import type { Locale } from '@tendril/journey/model';
import { cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach } from 'vitest';
import { TRPCProvider } from '../../src/api/trpc.ts';
import { createI18n } from '../../src/i18n/create-i18n.ts';
import { type Session, SessionContext } from '../../src/shell/session-context.ts';
import { type Answers, fakeApi } from './fake-api.ts';

afterEach(cleanup);

// A text area that grows listens for fonts; happy-dom has none.
Object.defineProperty(document, 'fonts', { configurable: true, value: new EventTarget() });

/** When it is in the tests' workspace, on a clock that runs in real time from here on. */
export const NOW = Date.parse('2026-11-24T10:00:00.000Z');

interface PageOptions {
  readonly answers?: Answers;
  readonly role?: Session['role'];
  readonly locale?: Locale;
  /** Address to open. */
  readonly at?: string;
}

const PATHS = [
  '/desk',
  '/desk/$id',
  '/leads',
  '/segments',
  '/leads/$id',
  '/imports',
  '/imports/$id',
  '/messages',
  '/templates',
  '/settings',
  '/overview',
  '/journeys/$id',
];

/** Shows a page as the product would: languages, looks, session, address and an API that the test answers for. */
export function renderPage(page: ReactNode, { answers = {}, role = 'admin', locale = 'en', at = '/desk' }: PageOptions = {}) {
  const { client, calls } = fakeApi(answers);
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  const root = createRootRoute({ component: Outlet });
  const routes = PATHS.map((path) => createRoute({ getParentRoute: () => root, path, component: () => page }));
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: [at] }) });
  const screen = render(
    <I18nextProvider i18n={createI18n(locale)}>
      <MantineProvider env="test">
        <QueryClientProvider client={queryClient}>
          <TRPCProvider trpcClient={client} queryClient={queryClient}>
            <SessionContext value={sessionOf(role)}>
              <ModalsProvider>
                <Notifications />
                <RouterProvider router={router as never} />
              </ModalsProvider>
            </SessionContext>
          </TRPCProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
  return { screen, calls, router, callsOf: (door: string) => calls.filter((call) => call.door === door).map(({ input }) => input) };
}

const sessionOf = (role: Session['role']): Session => ({
  user: { id: 'u-1', name: '张三', email: 'sdr@demo.example', locale: null, theme: null },
  role,
  workspace: {
    id: 'w-1',
    name: 'Demo',
    kind: 'demo',
    timeZone: 'Asia/Shanghai',
    locale: 'en',
    clock: { factor: 1, real: Date.now(), virtual: NOW },
  },
  demoLinks: null,
});
