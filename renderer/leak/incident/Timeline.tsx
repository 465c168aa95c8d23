import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { IncidentView } from '@core/domain/incident';
import type { Instant } from '@core/domain/instant';
import { stations, type Station } from './timeline';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** The stations of a response with their times: where it is, and how long each took. */
export function Timeline({ incident }: { incident: IncidentView }): ReactNode {
  return (
    <Box
      component="ol"
      aria-label="Timeline"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gridTemplateColumns: 'repeat(5, minmax(0, 1fr))',
      }}
    >
      {stations(incident).map((station, index) => (
        <Stop key={station.label} station={station} first={index === 0} />
      ))}
    </Box>
  );
}

function Stop({ station, first }: { station: Station; first: boolean }): ReactNode {
  const { label, at, after, current } = station;
  const reached = at !== undefined;
  return (
    <Box
      component="li"
      {...(current && { 'aria-current': 'step' as const })}
      sx={{ position: 'relative', pr: 1, minHeight: 78 }}
    >
      <Box aria-hidden sx={{ display: 'flex', alignItems: 'center', height: 14, mb: 1 }}>
        {!first && <Line reached={reached} />}
        <Dot reached={reached} current={current} />
      </Box>
      <Typography
        sx={{ fontWeight: reached || current ? 600 : 500 }}
        color={reached ? 'textPrimary' : 'textSecondary'}
      >
        {label}
      </Typography>
      <Typography
        variant="caption"
        component="p"
        color="textSecondary"
        sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
      >
        {reached ? moment(at) : current ? 'next' : '–'}
      </Typography>
      {after !== undefined && (
        <Typography
          variant="caption"
          component="p"
          sx={{ m: 0, fontWeight: 550, fontVariantNumeric: 'tabular-nums' }}
        >
          after {after}
        </Typography>
      )}
    </Box>
  );
}

/** From the station before, whose dot is one column to the left. */
const Line = ({ reached }: { reached: boolean }): ReactNode => (
  <Box
    sx={{
      position: 'absolute',
      top: 6,
      left: 'calc(-100% + 18px)',
      right: 'calc(100% + 4px)',
      height: 2,
      borderRadius: 1,
      backgroundColor: reached ? 'primary.main' : 'house.line',
    }}
  />
);

const Dot = ({ reached, current }: { reached: boolean; current: boolean }): ReactNode => (
  <Box
    sx={{
      width: 12,
      height: 12,
      borderRadius: '50%',
      border: 2,
      borderColor: reached || current ? 'primary.main' : 'house.outline',
      backgroundColor: reached ? 'primary.main' : 'transparent',
    }}
  />
);

/** A time of today, with its day otherwise. */
function moment(at: Instant): string {
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return today ? clock.format(date) : `${day.format(date)}, ${clock.format(date)}`;
}
