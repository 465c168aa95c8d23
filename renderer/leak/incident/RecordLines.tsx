import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { mdiLinkVariant, mdiLinkVariantOff } from '@mdi/js';
import type { ReactNode } from 'react';
import type { IncidentEntry, IncidentView } from '@core/domain/incident';
import { Card } from '@renderer/leak/Card';
import { Icon } from '@renderer/shared/Icon';
import { entryText } from './entry-text';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });

/** Every line of the record, the latest first, and whether the lines follow from each other. */
export function RecordLines({ incident }: { incident: IncidentView }): ReactNode {
  const { entries } = incident;
  return (
    <Card title="Record" note={<Chain incident={incident} />}>
      <Box
        component="ol"
        reversed
        aria-label="Lines of the record"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'flex',
          flexDirection: 'column',
          gap: 1.25,
        }}
      >
        {[...entries].reverse().map((entry) => (
          <Line key={entry.seq} entry={entry} incident={incident} />
        ))}
      </Box>
    </Card>
  );
}

function Chain({ incident: { chain } }: { incident: IncidentView }): ReactNode {
  const intact = chain.state === 'intact';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        color: intact ? undefined : 'error.main',
      }}
    >
      <Icon path={intact ? mdiLinkVariant : mdiLinkVariantOff} size="small" />
      {intact
        ? 'Intact: every line follows from the one before.'
        : `Damaged from line ${(chain.line ?? 0) + 1} on.`}
    </Box>
  );
}

function Line({ entry, incident }: { entry: IncidentEntry; incident: IncidentView }): ReactNode {
  const { title, more } = entryText(entry.event, incident);
  const at = new Date(entry.at);
  const today = at.toDateString() === new Date().toDateString();
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '64px minmax(0, 1fr)', gap: 1 }}>
      <Typography
        variant="caption"
        color="textSecondary"
        sx={{ fontVariantNumeric: 'tabular-nums', pt: '1px' }}
      >
        {!today && `${day.format(at)} `}
        {clock.format(at)}
      </Typography>
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography>{title}</Typography>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ m: 0 }}>
          {more !== undefined && more !== '' && `${more} `}
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            — {entry.by}
          </Box>
        </Typography>
      </Box>
    </Box>
  );
}
