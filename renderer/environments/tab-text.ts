import { vendorInfo } from '@core/domain/vendor';
import { plural } from '@core/text/format';
import type { TabEntry } from '@renderer/environments/tab-entry';

/** What else the tab shows, for screen readers: "Acme Qodly, Order Desk, production, 12 keys". */
export function tabDescription(entry: TabEntry): string {
  if (entry.kind === 'all') return 'The keys of every environment in one table';
  if (entry.kind === 'console') {
    return entry.error === null ? 'Its environments are being read' : 'Its environments could not be read';
  }
  const { environment, console, stale } = entry;
  const vendor = vendorInfo(console.vendor).label;
  const facts = [
    console.label.includes(vendor) ? undefined : vendor,
    console.label,
    environment.parent,
    environment.production ? 'production' : undefined,
    environment.state === 'stopped' ? 'stopped' : undefined,
    environment.keyCount === undefined ? undefined : plural(environment.keyCount, 'key'),
    stale ? 'console not reachable' : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}
