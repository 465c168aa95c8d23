import type { ConsoleMessage, Page } from 'playwright';

/** What went wrong in the window although no test asked for it. */
export interface Problems {
  /** From now on, problems that match are what the test is about. */
  expect(pattern: RegExp): void;
  /** Those nobody expected. */
  readonly unexpected: () => string[];
}

const SERIOUS = new Set(['error', 'warning', 'assert']);

/** Reports violations of the policy like errors, also those that Chromium says nothing about. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    console.error(`Policy violation: ${violatedDirective} ${blockedURI}`),
  );
}

/** Collects errors, warnings and violations of the policy from the first line the page ran. */
export async function watchProblems(page: Page): Promise<Problems> {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (SERIOUS.has(message.type())) seen.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => seen.push(`page error: ${error.message}`));
  await page.addInitScript(reportViolations);
  await page.evaluate(reportViolations);
  return {
    expect: (pattern) => void expected.push(pattern),
    unexpected: () => seen.filter((problem) => !expected.some((pattern) => pattern.test(problem))),
  };
}
