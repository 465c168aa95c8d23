import type { Page } from 'playwright';

/**
 * Runs the body of an async function in the page as the page's own scripts run; gives what it returns, or the name of
 * its error. What a driver evaluates directly is exempt from the page's policy; what a timer runs later is not.
 */
export function asPageScript(page: Page, body: string): Promise<unknown> {
  return page.evaluate(`new Promise((resolve) => {
    const script = async () => { ${body} };
    setTimeout(() => script().then(resolve, (error) => resolve(error.name)));
  })`);
}

/** The directive of the policy that the next violation breaks, once `body` has run. */
export function violatedBy(page: Page, body: string): Promise<unknown> {
  return asPageScript(
    page,
    `const violated = new Promise((resolve) => {
      const report = ({ effectiveDirective }) => resolve(effectiveDirective);
      document.addEventListener('securitypolicyviolation', report, { once: true });
    });
    try { ${body} } catch {}
    return violated;`,
  );
}
