import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { mdiCalendarBlankOutline } from '@mdi/js';
import { useMemo, useState, type ReactNode } from 'react';
import { DEFAULT_LEAD_DAYS, spanCounts, type ExpiryUnit } from '@core/domain/expiry';
import { plural } from '@core/text/format';
import { useSaveIcs } from '@renderer/api/expiry';
import { useSettings } from '@renderer/api/queries';
import type { KeyRow } from '@renderer/key-table/key-row';
import { ChoiceInput } from '@renderer/shared/ChoiceInput';
import { EmptyState } from '@renderer/shared/EmptyState';
import { ErrorNotice } from '@renderer/shared/ErrorNotice';
import { useNotify } from '@renderer/shared/Notifications';
import { useNow } from '@renderer/shared/use-now';
import { ExpiryCounts } from './ExpiryCounts';
import { ExpiryGroup } from './ExpiryGroup';
import { calendarKeys, expiryView, groupText, MOST_IN_A_FILE, type ExpiryView } from './expiry-rows';

export interface ExpiryScreenProps {
  readonly rows: readonly KeyRow[];
  /** Whose keys these are: the name of a file, or of what is live. */
  readonly title: string;
  readonly onClose: () => void;
}

const UNITS: readonly { readonly value: ExpiryUnit; readonly label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
];
/** Days pass slowly. */
const CLOCK_MS = 3_600_000;
/** This many groups that come first stand open. */
const OPEN = 2;

/** When keys end: counts, a calendar by day, week or month, and a file for other calendars. */
export function ExpiryScreen({ rows, title, onClose }: ExpiryScreenProps): ReactNode {
  const [unit, setUnit] = useState<ExpiryUnit>('month');
  const { expiryLeadDays: leadDays = DEFAULT_LEAD_DAYS } = useSettings().data ?? {};
  const now = useNow(CLOCK_MS);
  const counts = useMemo(() => spanCounts(keysOf(rows), now), [rows, now]);
  const view = useMemo(() => expiryView(rows, unit, now), [rows, unit, now]);
  const empty = view.groups.length === 0 && view.overdue.length === 0;
  return (
    <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', userSelect: 'text' }}>
      <Box sx={{ maxWidth: 860, p: 2, display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Heading title={title} view={view} leadDays={leadDays} onClose={onClose} />
        <ExpiryCounts counts={counts} />
        {empty ? (
          <EmptyState icon={mdiCalendarBlankOutline} title="No key here has an end">
            Either none of these keys expires, or their vendors do not say when.
          </EmptyState>
        ) : (
          <>
            <ChoiceInput label="Group by" value={unit} options={UNITS} onChange={setUnit} />
            <Calendar key={unit} view={view} unit={unit} ahead={{ leadDays, now }} />
          </>
        )}
      </Box>
    </Box>
  );
}

const keysOf = (rows: readonly KeyRow[]): KeyRow['key'][] => rows.map(({ key }) => key);

interface CalendarProps {
  readonly view: ExpiryView;
  readonly unit: ExpiryUnit;
  readonly ahead: { readonly leadDays: number; readonly now: number };
}

function Calendar({ view: { overdue, groups }, unit, ahead }: CalendarProps): ReactNode {
  return (
    <section aria-label="Expiry calendar">
      {overdue.length > 0 && <ExpiryGroup title="Expired" rows={overdue} open={false} />}
      {groups.map(({ from, rows }, at) => (
        <ExpiryGroup key={from} title={groupText(from, unit)} rows={rows} ahead={ahead} open={at < OPEN} />
      ))}
      <Typography variant="caption" color="textSecondary">
        Days are in UTC.
      </Typography>
    </section>
  );
}

interface HeadingProps extends Pick<ExpiryScreenProps, 'title' | 'onClose'> {
  readonly view: ExpiryView;
  readonly leadDays: number;
}

function Heading({ title, view, leadDays, onClose }: HeadingProps): ReactNode {
  const { run, busy, error } = useSaveIcs();
  const notify = useNotify();
  const ahead = view.groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const save = async (): Promise<void> => {
    const keys = calendarKeys(view);
    const outcome = await run({ keys, leadDays });
    if (outcome.ok && outcome.value !== null)
      notify(`${plural(keys.length, 'key')} saved to ${outcome.value.path}`, 'success');
  };
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1 }}>
        <Typography variant="h1" noWrap sx={{ flex: '1 1 240px', minWidth: 0 }}>
          Expiry of <bdi>{title}</bdi>
        </Typography>
        <Button variant="contained" loading={busy} disabled={ahead === 0} onClick={() => void save()}>
          Save calendar file
        </Button>
        <Button variant="outlined" onClick={onClose}>
          Close calendar
        </Button>
      </Box>
      {ahead > MOST_IN_A_FILE && (
        <Typography color="textSecondary">
          A calendar file takes {plural(MOST_IN_A_FILE, 'key')}: those that expire first.
        </Typography>
      )}
      {error !== null && <ErrorNotice title="The calendar file could not be saved" error={error} />}
    </>
  );
}
