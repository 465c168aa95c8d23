import type { AppPorts } from '@main/app';
import { nodeCrypto } from '@main/node-crypto';
import { ComparisonDesk } from '@main/services/comparisons/comparison-desk';
import { LivePlaces, type LivePlacesParts } from '@main/services/comparisons/live-places';
import { ExportReader, type ExportReaderParts } from '@main/services/inventories/export-reader';
import { ReportService, type ReportServiceParts } from '@main/services/reports/report-service';

type Shared = Pick<LivePlacesParts, 'consoles'> &
  ExportReaderParts &
  Pick<ReportServiceParts, 'inventories' | 'reviews' | 'policy'>;

/** What is said of inventories: what became of their keys since, and what they hold in a form for paper. */
export function createReports(outside: AppPorts, shared: Shared) {
  const live = new LivePlaces({ ...shared, reader: new ExportReader(shared) });
  const comparisons = new ComparisonDesk({
    ...outside,
    ...shared,
    crypto: nodeCrypto,
    live: (places, signal) => live.read(places, signal),
  });
  const reports = new ReportService({ ...outside, ...shared, version: outside.facts.version });
  return { comparisons, reports };
}
