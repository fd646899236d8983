import { createDb, type Db } from '@tendril/db';
import { startPostgres } from '@tendril/launcher/test-services';
import { createTRPCClient, httpLink, type TRPCClient, TRPCClientError } from '@trpc/client';
import { pino } from 'pino';
import type { AppRouter } from '../src/api/router.ts';
import type { Role } from '../src/api/views.ts';
import { createAccount } from '../src/auth/create-account.ts';
import type { Config } from '../src/config.ts';
import { createEngine, type Engine } from '../src/create-engine.ts';
import { seedContent } from '../src/seed/seed-content.ts';

export const TEST_SECRET = 'a-secret-for-tests-of-at-least-32-characters';
export const PASSWORD = 'correct horse battery';
export const ROLES: readonly Role[] = ['marketer', 'sdr', 'manager', 'admin'];

/** A person who is logged in. */
export interface TestPerson {
  readonly userId: string;
  readonly email: string;
  readonly cookie: string;
  readonly api: TRPCClient<AppRouter>;
  /** A request with this person's session. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** A whole API on a database of its own, listening on a free port. */
export interface TestEngine extends AsyncDisposable {
  readonly db: Db;
  readonly engine: Engine;
  readonly url: string;
  readonly workspaceId: string;
  /** Real time in ms; stands still unless a test moves it. */
  readonly clock: { at: number | null; now(): number };
  readonly stranger: TRPCClient<AppRouter>;
  /** Logs in as the member with this role. */
  as(role: Role): Promise<TestPerson>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** A write key of the workspace. */
  writeKey(): Promise<string>;
  /** Ends the API in good order and starts another on the same database. The database goes with the first one. */
  restart(): Promise<TestEngine>;
  /** Another API on the same database, beside this one. */
  another(): Promise<TestEngine>;
}

export interface TestEngineOptions {
  readonly kind?: 'production' | 'demo';
  readonly http?: Partial<Config['http']>;
  readonly temporalCheck?: () => Promise<void>;
  readonly demoLinks?: Config['demoLinks'];
  /** Reaches the database by another way, such as one that can be cut. */
  readonly through?: (databaseUrl: string) => Promise<string>;
}

/** Starts the API with one workspace, a member per role, templates, dispositions and rules. */
export async function startTestEngine(options: TestEngineOptions = {}): Promise<TestEngine> {
  const database = await startPostgres();
  const db = createDb(await (options.through?.(database.url) ?? database.url), { connections: 8 });
  const { id: workspaceId } = await db.client.workspace.create({ data: { name: 'Test', kind: options.kind ?? 'production', locale: 'en' } });
  await seedContent({ db, secret: TEST_SECRET }, workspaceId);
  return serve({ options, db, workspaceId, close: async () => database[Symbol.asyncDispose](), owner: true });
}

interface Serving {
  readonly options: TestEngineOptions;
  readonly db: Db;
  readonly workspaceId: string;
  readonly close: () => Promise<void>;
  /** The first API on the database: it adds the members and takes the database with it. */
  readonly owner: boolean;
}

async function serve(serving: Serving): Promise<TestEngine> {
  const { options, db, workspaceId } = serving;
  const clock = {
    at: null as number | null,
    now(): number {
      return this.at ?? Date.now();
    },
  };
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const http: Config['http'] = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    trustedOrigins: [],
    uiDir: null,
    trustProxy: null,
    metricsToken: null,
    intakeRequestsPerMinute: 100_000,
    loginsPerMinute: 1_000,
    ...options.http,
  };
  const config = { http, secret: TEST_SECRET, demoLinks: options.demoLinks ?? null };
  const engine = await createEngine({ config, db, log, clock, temporalCheck: options.temporalCheck ?? (async () => undefined), clickWindowMs: 20 });
  const url = await engine.app.listen({ host: '127.0.0.1', port: 0 });
  if (serving.owner) await addMembers(engine, db, workspaceId);
  const people = new Map<Role, Promise<TestPerson>>();
  return {
    db,
    engine,
    url,
    workspaceId,
    clock,
    stranger: apiClient(url, {}),
    fetch: (path, init) => fetch(new URL(path, url), init),
    as: (role) => {
      const person = people.get(role) ?? logIn({ url, db, email: emailOf(role) });
      people.set(role, person);
      return person;
    },
    writeKey: async () => {
      const { cookie } = await logIn({ url, db, email: emailOf('admin') });
      return (await apiClient(url, { cookie }).settings.createIntakeKey.mutate({ name: 'Test' })).key;
    },
    restart: async () => {
      await engine.stop();
      return serve({ ...serving, owner: false });
    },
    another: () => serve({ ...serving, owner: false }),
    [Symbol.asyncDispose]: async () => {
      await engine.stop();
      if (!serving.owner) return;
      await db.close();
      await serving.close();
    },
  };
}

export const emailOf = (role: Role): string => `${role}@test.example`;

async function addMembers({ auth }: Engine, db: Db, workspaceId: string): Promise<void> {
  for (const role of ROLES) {
    const userId = await createAccount(auth, { name: `The ${role}`, email: emailOf(role), password: PASSWORD });
    await db.client.member.create({ data: { workspaceId, userId, role, wecomUserId: role === 'sdr' ? 'zhangsan' : null } });
  }
}

/** Logs in by HTTP as a browser does. */
export async function logIn({ url, db, email, password = PASSWORD }: { url: string; db: Db; email: string; password?: string }): Promise<TestPerson> {
  const answer = await fetch(new URL('/api/auth/sign-in/email', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`log-in of ${email} answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const user = await db.client.user.findUniqueOrThrow({ where: { email } });
  return {
    userId: user.id,
    email,
    cookie,
    api: apiClient(url, { cookie }),
    fetch: (path, init = {}) => fetch(new URL(path, url), { ...init, headers: { ...Object.fromEntries(new Headers(init.headers)), cookie } }),
  };
}

const apiClient = (url: string, headers: Record<string, string>): TRPCClient<AppRouter> =>
  createTRPCClient<AppRouter>({ links: [httpLink({ url: new URL('/trpc', url).href, headers })] });

/** The sentence and class of a refused call: `{ status, code, sentence }`. */
export async function refusalOf(call: Promise<unknown>): Promise<{ status: number; sentence: string | null; params: unknown }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    const data = error.data as { httpStatus: number; sentence: { code: string; params: unknown } | null };
    return { status: data.httpStatus, sentence: data.sentence?.code ?? null, params: data.sentence?.params };
  }
  throw new Error('the call was not refused');
}

/** Waits until something holds, looking every 20 ms. */
export async function eventually<T>(look: () => Promise<T | null | undefined | false>, withinMs = 20_000): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`it did not come true within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
