import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Nothing on the page breaks WCAG 2.2 AA, as far as a machine can tell. */
export async function holds(page: Page, what: string): Promise<void> {
  await page.waitForTimeout(250); // An element that is fading in has less contrast than it will have.
  const { violations } = await new AxeBuilder({ page }).withTags(LEVELS).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}
