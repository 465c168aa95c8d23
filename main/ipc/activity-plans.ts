import type { ActivityAction, ActivityNote } from '@core/domain/activity';
import type { BulkReport } from '@core/domain/bulk';
import { plural } from '@core/text/format';
import { runBegun } from '@main/ipc/activity-bulk';
import type { AppServices } from '@main/services/app-services';

type Saved = { readonly rows: number } | null;

const written = (saved: Saved, what: string): Partial<ActivityNote> | null =>
  saved === null ? null : { detail: `${what}, ${plural(saved.rows, 'row')}.` };

const exporting = (): { action: ActivityAction } => ({ action: 'export' });

/** How the log tells of plans: of files that were written, of what was begun, and of what a person did by hand. */
export const planRules = {
  make: { about: exporting, outcome: (saved: Saved) => written(saved, 'A plan') },
  save: { about: exporting, outcome: (saved: Saved) => written(saved, 'The outcome of a plan') },
  execute: {
    about: (): { action: ActivityAction } => ({ action: 'bulk' }),
    outcome: (report: BulkReport | null, _order: unknown, services: AppServices) =>
      report === null ? null : runBegun(report, services),
  },
};
