import type { InventoryPlace } from '@core/domain/inventory';
import { plural } from '@core/text/format';
import { escaped } from '@core/text/html';
import { shown } from '@core/text/report-charts';

/** Where a key lives, in one cell. */
export const whereText = ({ console, environment }: InventoryPlace): string =>
  shown(`${environment.name}${environment.production ? ' (production)' : ''}, ${console.label}`);

/** That a list is not complete, and by how much; empty where it is. */
export function moreHtml(
  { rows, all }: { readonly rows: readonly unknown[]; readonly all: number },
  one: string,
): string {
  const more = all - rows.length;
  if (more <= 0) return '';
  const count = plural(more, `more ${one} is`, `more ${one}s are`);
  return `<p><strong>${escaped(`${count} in the inventory and not listed here.`)}</strong></p>`;
}
