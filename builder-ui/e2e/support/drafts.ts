import type { Page } from '@playwright/test';

interface Draft {
  readonly nodes: readonly { readonly id: string }[];
}

interface StoredJourney {
  readonly id: string;
  readonly draft: Draft;
  readonly draftRevision: number;
}

const headers = (page: Page) => ({ origin: new URL(page.url()).origin });

/** The journey that a page has open, as the API has it. */
export async function readJourney(page: Page): Promise<StoredJourney> {
  const id = /\/journeys\/([\w-]+)/.exec(page.url())?.[1] ?? '';
  const answer = await page.request.get(`/trpc/journeys.get?input=${encodeURIComponent(JSON.stringify({ id }))}`, { headers: headers(page) });
  return (await answer.json()).result.data as StoredJourney;
}

/** Saves a draft as a program does, which names no tab. */
export async function saveDraft(page: Page, data: { id: string; basedOn: number; document: Draft }): Promise<void> {
  const answer = await page.request.post('/trpc/journeys.saveDraft', { headers: headers(page), data });
  if (!answer.ok()) throw new Error(`saveDraft answered ${answer.status()}: ${await answer.text()}`);
}
