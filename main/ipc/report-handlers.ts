import { done, type Group } from '@main/ipc/handler-group';
import type { AppServices } from '@main/services/app-services';

const comparisons: Group<'comparisons'> = ({ comparisons }) => ({
  compare: (request) => comparisons.compare(request),
  cancel: () => done(comparisons.cancel()),
  page: ({ comparisonId, page }) => ({ json: comparisons.page(comparisonId, page) }),
  save: ({ comparisonId, format }) => comparisons.save(comparisonId, format),
});

const reports: Group<'reports'> = ({ reports }) => ({
  save: ({ inventoryId, format }) => reports.save(inventoryId, format),
});

/** The calls that tell of inventories: compared, and on paper. */
export const reportHandlers = (services: AppServices) => ({
  comparisons: comparisons(services),
  reports: reports(services),
});
