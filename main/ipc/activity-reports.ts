import type { ActivityAction } from '@core/domain/activity';

const saved = (what: string) => ({
  about: ({ format }: { format: string }): { action: ActivityAction; detail: string } => ({
    action: 'export',
    detail: `${what}, as ${format}.`,
  }),
  outcome: (file: object | null) => (file === null ? null : {}),
});

/** How the log tells of what was written about inventories. */
export const reportRules = {
  comparisons: { save: saved('A comparison of keys') },
  reports: { save: saved('A report on an inventory') },
};
