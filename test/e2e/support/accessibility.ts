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

/** What lies above everything else and takes all input, and what it is hung into. */
const ON_TOP = '.MuiModal-root:not([aria-hidden="true"])';

/**
 * Fails when what the window shows now breaks a serious or critical accessibility rule. Below an open dialog or menu
 * nothing can be reached, so only what is on top is looked at.
 */
export async function expectAccessible(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async (onTop): Promise<Violation[]> => {
    const { axe } = globalThis as typeof globalThis & { axe: typeof Axe };
    const context = [...document.querySelectorAll(onTop)].at(-1) ?? document;
    // Style sheets are read from the page as it is: fetching them is what the policy forbids.
    const results = await axe.run(context, { resultTypes: ['violations'], preload: false });
    return results.violations.map(({ id, impact, nodes }) => ({
      rule: id,
      impact,
      places: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)}\n${failureSummary ?? ''}`),
    }));
  }, ON_TOP);
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
}
