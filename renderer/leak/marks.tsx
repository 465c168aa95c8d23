import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { IncidentSummary } from '@core/domain/incident';

/** How a mark looks: its colour of the palette. */
export type MarkColor = 'error' | 'warning' | 'success' | 'info' | 'neutral';

/** A word in a coloured frame: the word tells, the colour helps. */
export function Mark({ color, children }: { color: MarkColor; children: ReactNode }): ReactNode {
  const neutral = color === 'neutral';
  return (
    <Box
      component="span"
      sx={{
        flex: 'none',
        display: 'inline-block',
        px: 0.875,
        borderRadius: '5px',
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: '20px',
        whiteSpace: 'nowrap',
        color: neutral ? 'text.secondary' : `${color}.main`,
        backgroundColor: neutral ? 'house.sunken' : `${color}.light`,
      }}
    >
      {children}
    </Box>
  );
}

/** Whether an incident is open. */
export const StateMark = ({ state }: Pick<IncidentSummary, 'state'>): ReactNode => (
  <Mark color={state === 'open' ? 'warning' : 'neutral'}>{state === 'open' ? 'Open' : 'Closed'}</Mark>
);

/** That nothing real leaked. */
export const DrillMark = (): ReactNode => <Mark color="info">Drill</Mark>;
