import { useSuspenseQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet, redirect, useRouter } from '@tanstack/react-router';
import { type Api, isStranger } from './api/create-api.ts';
import { useTRPC } from './api/trpc.ts';
import { LoginPage } from './auth/login-page.tsx';
import { RUN_STATUSES, type RunStatus } from './canvas/run-status.ts';
import { Failure, NotFound } from './shell/failure.tsx';
import { homeOf } from './shell/navigation.ts';
import { Shell } from './shell/shell.tsx';

interface RouterContext {
  readonly api: Api;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
  interface StaticDataRouteOption {
    /** The page needs the width: the navigation shrinks to icons. */
    wide?: boolean;
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet, notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { next?: string } => {
    const next = text(search['next']);
    // Only addresses of this product: anything else could lead a person away after log-in.
    return next?.startsWith('/') && !next.startsWith('//') ? { next } : {};
  },
  component: () => {
    const router = useRouter();
    const { next } = login.useSearch();
    return <LoginPage onDone={() => void router.invalidate().then(() => router.navigate({ href: next ?? '/' }))} />;
  },
});

const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  loader: async ({ context, location }) => {
    try {
      await context.api.queryClient.ensureQueryData(context.api.trpc.session.me.queryOptions());
    } catch (error) {
      if (isStranger(error)) throw redirect({ to: '/login', search: location.pathname === '/' ? {} : { next: location.href } });
      throw error;
    }
  },
  component: () => <Shell session={useSuspenseQuery(useTRPC().session.me.queryOptions(undefined, { staleTime: 60_000 })).data} />,
  errorComponent: ({ error }) => {
    const router = useRouter();
    return <Failure error={error} onRetry={() => void router.invalidate()} />;
  },
});

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.api.queryClient.ensureQueryData(context.api.trpc.session.me.queryOptions()).catch((error: unknown) => {
      if (isStranger(error)) throw redirect({ to: '/login', search: {} });
      throw error;
    });
    throw redirect({ to: homeOf(session.role) });
  },
});

const journeys = createRoute({
  getParentRoute: () => app,
  path: '/journeys',
  component: lazyRouteComponent(() => import('./pages/journeys/journeys-page.tsx'), 'JourneysPage'),
});
const journey = createRoute({
  getParentRoute: () => app,
  path: '/journeys/$id',
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('./canvas/journey-page.tsx'), 'JourneyPage'),
});
const journeyLeads = createRoute({
  getParentRoute: () => journey,
  path: '/leads',
  validateSearch: (search): { node?: string; status?: RunStatus; port?: string; lead?: string } => {
    const node = text(search['node']);
    const port = text(search['port']);
    const lead = text(search['lead']);
    const status = RUN_STATUSES.find((one) => one === search['status']);
    return {
      ...(node === undefined ? {} : { node }),
      ...(status === undefined ? {} : { status }),
      ...(port === undefined ? {} : { port }),
      ...(lead === undefined ? {} : { lead }),
    };
  },
});
const journeyRun = createRoute({ getParentRoute: () => journey, path: '/leads/$runId' });

const leads = createRoute({
  getParentRoute: () => app,
  path: '/leads',
  component: lazyRouteComponent(() => import('./pages/leads/leads-page.tsx'), 'LeadsPage'),
});
const lead = createRoute({
  getParentRoute: () => app,
  path: '/leads/$id',
  component: lazyRouteComponent(() => import('./pages/leads/lead-page.tsx'), 'LeadPage'),
});
const segments = createRoute({
  getParentRoute: () => app,
  path: '/segments',
  component: lazyRouteComponent(() => import('./pages/segments/segments-page.tsx'), 'SegmentsPage'),
});
const imports = createRoute({
  getParentRoute: () => app,
  path: '/imports',
  component: lazyRouteComponent(() => import('./pages/imports/imports-page.tsx'), 'ImportsPage'),
});
const importJob = createRoute({
  getParentRoute: () => app,
  path: '/imports/$id',
  component: lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportPage'),
});
const desk = createRoute({
  getParentRoute: () => app,
  path: '/desk',
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('./pages/desk/desk-page.tsx'), 'DeskPage'),
});
const handoff = createRoute({ getParentRoute: () => desk, path: '/$id' });
const messages = createRoute({
  getParentRoute: () => app,
  path: '/messages',
  component: lazyRouteComponent(() => import('./pages/messages/messages-page.tsx'), 'MessagesPage'),
});
const templates = createRoute({
  getParentRoute: () => app,
  path: '/templates',
  component: lazyRouteComponent(() => import('./pages/messages/templates-page.tsx'), 'TemplatesPage'),
});
const overview = createRoute({
  getParentRoute: () => app,
  path: '/overview',
  component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
});
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
});

const routeTree = root.addChildren([
  login,
  app.addChildren([
    home,
    journeys,
    journey.addChildren([journeyLeads, journeyRun]),
    leads,
    lead,
    segments,
    imports,
    importJob,
    desk.addChildren([handoff]),
    messages,
    templates,
    overview,
    settings,
  ]),
]);

/** All addresses of the product. Pages read their parameters with `useParams({ strict: false })`. */
export function createAppRouter(api: Api) {
  const router = createRouter({ routeTree, context: { api }, defaultPreload: 'intent', defaultPendingMs: 300, scrollRestoration: true });
  api.onStranger(() => {
    // A page that is still loading sends strangers to the door itself; doing it here too would go round in circles.
    const { status, location } = router.state;
    if (status === 'pending' || location.pathname === '/login') return;
    api.queryClient.removeQueries({ queryKey: api.trpc.session.me.queryKey() });
    void router.navigate({ to: '/login', search: { next: location.href } });
  });
  return router;
}
