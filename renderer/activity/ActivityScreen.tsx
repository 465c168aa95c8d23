import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { ActivityEntry } from '@core/domain/activity';
import type { ActivityCheck } from '@core/domain/activity-check';
import type { AppError } from '@core/domain/app-error';
import { formatClock, formatCount, plural } from '@core/text/format';
import {
  useActivityLog,
  useExportActivity,
  useVerifyActivity,
  type ActivityLog,
} from '@renderer/api/activity';
import { Banner } from '@renderer/shared/Banner';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useNotify } from '@renderer/shared/Notifications';
import { useReportUsable } from '@renderer/shared/usable';
import { useAsked } from '@renderer/shared/use-asked';
import { ActivityContent } from './ActivityContent';
import { ActivityFilters } from './ActivityFilters';
import { ActivityHeader } from './ActivityHeader';
import { ActivityLooks } from './ActivityLooks';
import { CheckResult } from './CheckResult';
import { LineDialog } from './LineDialog';
import { useActivityView, type ActivityView } from './use-activity-view';

const NO_ENTRIES: readonly ActivityEntry[] = [];

/** The log of everything done here. */
export function ActivityScreen(): ReactNode {
  const log = useActivityLog();
  const entries = log.data?.entries ?? NO_ENTRIES;
  const view = useActivityView(entries, log.readAt);
  const { run: verify, busy: verifying, error: notVerified } = useVerifyActivity();
  const [check, setCheck] = useState<ActivityCheck | null>(null);
  const { save, notSaved } = useSaving(view);
  const line = useAsked<ActivityEntry>();
  useReportUsable(log.data !== undefined);
  const onVerify = async (): Promise<void> => {
    setCheck(null);
    const outcome = await verify();
    if (outcome.ok) setCheck(outcome.value);
  };
  return (
    <ActivityLooks>
      <ActivityHeader
        onVerify={() => void onVerify()}
        verifying={verifying}
        onExport={save}
        exported={exportedBy(view, entries.length)}
        onRefresh={log.refresh}
        refreshing={log.fetching}
      />
      {log.data !== undefined && <Behind log={log.data} />}
      <Trouble error={notVerified} title="The log was not verified" />
      <Trouble error={notSaved} title="The log was not exported" />
      {check !== null && <CheckResult check={check} onClose={() => setCheck(null)} />}
      {entries.length > 0 && <ActivityFilters entries={entries} view={view} />}
      {log.data !== undefined && entries.length > 0 && <Counted view={view} log={log.data} />}
      <ActivityContent log={log} view={view} onOpen={line.ask} />
      {line.request !== null && (
        <LineDialog
          entry={line.request}
          open={line.open}
          onClose={line.close}
          onKey={(key) => view.setFilter({ key })}
        />
      )}
    </ActivityLooks>
  );
}

function Trouble({ error, title }: { error: AppError | null; title: string }): ReactNode {
  if (error === null) return null;
  return (
    <Box sx={{ px: 2, pb: 1.5 }}>
      <ErrorNotice error={error} title={title} />
    </Box>
  );
}

function useSaving(view: ActivityView) {
  const { run, error } = useExportActivity();
  const notify = useNotify();
  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const outcome = await run({ format, lines: view.chosen() });
    if (outcome.ok && outcome.value !== null)
      notify(`${plural(outcome.value.lines, 'line')} saved to ${outcome.value.path}`, 'success');
  };
  return { save: (format: 'csv' | 'json') => void save(format), notSaved: error };
}

function exportedBy({ selection, table, chosen }: ActivityView, all: number) {
  if (all === 0) return null;
  const ticked = selection.ids.size > 0;
  const lines = ticked ? selection.ids.size : table.order.length;
  return lines === 0 ? null : { lines, ticked, all: chosen() === null };
}

/** What is not in the log although it happened, and what is there and cannot be read. */
function Behind({ log: { behind, unreadable } }: { log: ActivityLog }): ReactNode {
  return (
    <Box sx={{ '&:not(:empty)': { pb: 1.5 } }}>
      {behind.problem !== null && behind.lines > 0 && (
        <Banner tone="warning">
          {plural(behind.lines, 'thing that was done is', 'things that were done are')} not in the log yet.{' '}
          {behind.problem.message}
        </Banner>
      )}
      {unreadable > 0 && (
        <Banner tone="warning">
          {plural(unreadable, 'line of this log', 'lines of this log')} cannot be read. Verify says which.
        </Banner>
      )}
    </Box>
  );
}

function Counted({ view: { table, selection }, log }: { view: ActivityView; log: ActivityLog }): ReactNode {
  const all = log.entries.length;
  const shown = table.order.length;
  const count = shown === all ? plural(all, 'line') : `${formatCount(shown)} of ${plural(all, 'line')}`;
  const ticked = selection.ids.size === 0 ? [] : [`${formatCount(selection.ids.size)} selected`];
  return (
    <Typography
      role="status"
      variant="caption"
      color="textSecondary"
      sx={{ px: 2, pt: 1, fontVariantNumeric: 'tabular-nums' }}
    >
      {[count, ...ticked, `as of ${formatClock(log.asOf)}`].join(' · ')}
    </Typography>
  );
}
