import type { Locator } from 'playwright';

/** What stands at a field as its problem, as a screen reader would read it with the field; waits until there is one. */
export async function problemAt(field: Locator): Promise<string> {
  const wrong = field.and(field.page().locator('[aria-invalid="true"][aria-describedby]'));
  return wrong.evaluate((element) => {
    const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  });
}

/** A message that is announced at once, somewhere inside `scope`. */
export const alertIn = (scope: Pick<Locator, 'getByRole'>, text: string | RegExp): Locator =>
  scope.getByRole('alert').filter({ hasText: text });
