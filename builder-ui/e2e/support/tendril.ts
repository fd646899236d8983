import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { Analytics } from '@segment/analytics-node';

type Role = 'marketer' | 'sdr' | 'manager' | 'admin';

const need = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: the browser tests are started by \`npm test\`, which starts a Tendril for them.`);
  return value;
};

/** A file of the demo data. */
export const demoFile = (name: string): string => fileURLToPath(new URL(`../../../demo/${name}`, import.meta.url));

/** Addresses of the services that play the outside world. */
export const outside = { mailbox: () => need('TENDRIL_MAILBOX_URL'), phones: () => need('TENDRIL_PHONE_URL') };

/** Logs in as one of the demo's people, whoever was logged in before. */
export async function logInAs(page: Page, role: Role): Promise<void> {
  const logins = JSON.parse(need('TENDRIL_LOGINS')) as { role: Role; email: string; password: string }[];
  const login = logins.find((one) => one.role === role);
  if (login === undefined) throw new Error(`The demo has no ${role}.`);
  await page.context().clearCookies();
  await page.goto('/login');
  await page.getByLabel('Email').fill(login.email);
  await page.getByLabel('Password', { exact: true }).fill(login.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).not.toHaveURL(/\/login/);
}

/** A Segment client that sends to Tendril. */
export function segmentClient(): Analytics {
  return new Analytics({ writeKey: need('TENDRIL_INTAKE_KEY'), host: need('TENDRIL_URL'), flushAt: 100, flushInterval: 200, disable: false });
}

interface Call {
  readonly type: 'identify' | 'page' | 'track';
  readonly event?: string;
  readonly name?: string;
  readonly traits?: Record<string, unknown>;
  readonly properties?: Record<string, unknown>;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly messageId: string;
  readonly timestamp: string;
}

/** Sends the first calls of the demo's event file by a Segment client, as if the newest had happened just now. */
export async function sendDemoEvents(client: Analytics, count: number): Promise<void> {
  const lines = (await readFile(demoFile('events.jsonl'), 'utf8')).trim().split('\n').slice(0, count);
  const calls = lines.map((line) => JSON.parse(line) as Call);
  const shift = Date.now() - Math.max(...calls.map((call) => Date.parse(call.timestamp)));
  for (const call of calls) {
    const who = call.userId === undefined ? { anonymousId: call.anonymousId ?? '' } : { userId: call.userId };
    const common = { ...who, messageId: call.messageId, timestamp: new Date(Date.parse(call.timestamp) + shift) };
    if (call.type === 'identify') client.identify({ ...common, ...(call.traits === undefined ? {} : { traits: call.traits }) });
    else if (call.type === 'page') client.page({ ...common, name: call.name ?? '', properties: call.properties ?? {} });
    else client.track({ ...common, event: call.event ?? '', properties: call.properties ?? {} });
  }
  await client.flush();
}

/** Subjects of the mails that have arrived for an address, oldest first. */
export async function mailsFor(request: APIRequestContext, address: string): Promise<readonly string[]> {
  const answer = await request.get(`${outside.mailbox()}/api/email`);
  const mails = (await answer.json()) as { subject: string; to: { address: string }[] }[];
  return mails.filter((mail) => mail.to.some((to) => to.address === address)).map((mail) => mail.subject);
}

/** Archives every journey but those whose name fits, so that what other tests have published lets no lead in here. */
export async function archiveOthers(page: Page, keep: RegExp): Promise<void> {
  const headers = { origin: need('TENDRIL_URL') };
  const answer = await page.request.get('/trpc/journeys.list', { headers });
  const journeys = (await answer.json()).result.data as { id: string; name: string; status: string }[];
  for (const { id, name, status } of journeys)
    if (!keep.test(name) && status !== 'archived') await page.request.post('/trpc/journeys.archive', { headers, data: { id } });
}
