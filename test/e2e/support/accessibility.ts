import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One broken rule with the places that break it. */
interface Violation {
  readonly rule: string;
  readonly impact: string | null | undefined;
  readonly places: string[];
}

/** Fails when what the window shows now breaks a serious or critical accessibility rule. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (): Promise<Violation[]> => {
    const { axe } = globalThis as typeof globalThis & { axe: typeof Axe };
    // Style sheets are read from the page as it is: fetching them is what the policy forbids.
    const results = await axe.run(document, { resultTypes: ['violations'], preload: false });
    return results.violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      places: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)}\n${failureSummary ?? ''}`),
    }));
  });
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}
