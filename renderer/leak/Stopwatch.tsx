import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import { useNow } from '@renderer/shared/use-now';
import { stopwatchText } from './elapsed';

export interface StopwatchProps {
  readonly times: IncidentView['times'];
  /** The time alone, for a banner. */
  readonly small?: boolean;
}

/** How long it has been since the report; it stands still once everything is proved or the record is closed. */
export function Stopwatch({ times, small = false }: StopwatchProps): ReactNode {
  const now = useNow(1_000);
  const end = times.provedAt ?? times.closedAt;
  const until = end === undefined ? now : Date.parse(end);
  const text = stopwatchText(until - Date.parse(times.reportedAt));
  return (
    <Box role="timer" aria-label="Time since the report" sx={{ flex: 'none', textAlign: 'right' }}>
      <Typography
        sx={{
          fontSize: small ? '1.125rem' : '1.75rem',
          fontWeight: 600,
          lineHeight: 1.15,
          letterSpacing: '-0.02em',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {text}
      </Typography>
      {!small && (
        <Typography variant="caption" color="textSecondary">
          {caption(times)}
        </Typography>
      )}
    </Box>
  );
}

function caption({ provedAt, closedAt }: IncidentView['times']): string {
  if (provedAt !== undefined) return 'from report to proof';
  return closedAt === undefined ? 'since the report' : 'from report to close';
}
